# The few verbs of this repository; `.ci/run` is the whole of what a change must pass.

# run the benchmark on the bundled corpus and rewrite the committed tables, here and in the docs
results:
    sumbench run --fresh
    python benchmarks/corpus_statistics.py
    sumbench sensitivity references/wire --into docs/metrics.md
    python benchmarks/write_readme.py

# run the tests
test *arguments:
    python -m pytest {{arguments}}

# measure every claim about speed and rewrite the tables of docs/performance.md
performance *arguments:
    python benchmarks/write_performance.py {{arguments}}
    python benchmarks/write_readme.py

# measure what the checks catch and rewrite the tables of docs/method.md (needs the labelled sets)
method:
    python benchmarks/write_method.py
    python benchmarks/write_readme.py

# lint, format and types
lint:
    ruff check .
    ruff format --check .
    mypy

# everything that must pass
ci:
    .ci/run
