# The few verbs of this repository; `.ci/run` is the whole of what a change must pass.

# run the benchmark on the bundled corpus and rewrite the committed tables, here and in the docs
results:
    sumbench run --fresh
    python benchmarks/write_readme.py
    python benchmarks/corpus_statistics.py
    sumbench sensitivity references/wire --into docs/metrics.md

# run the tests
test *arguments:
    python -m pytest {{arguments}}

# measure every claim about speed and rewrite the tables of docs/performance.md
performance *arguments:
    python benchmarks/write_performance.py {{arguments}}

# lint, format and types
lint:
    ruff check .
    ruff format --check .
    mypy

# everything that must pass
ci:
    .ci/run
