# The few verbs of this repository; `.ci/run` is the whole of what a change must pass.

# run the benchmark on the bundled corpus and rewrite the committed tables
results:
    sumbench run --fresh

# run the tests
test *arguments:
    python -m pytest {{arguments}}

# lint, format and types
lint:
    ruff check .
    ruff format --check .
    mypy

# everything that must pass
ci:
    .ci/run
