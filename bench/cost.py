"""What a run took: seconds, requests, tokens and money of each system, and what one would take."""

from collections.abc import Iterable, Mapping
from typing import Any

from bench.records import Item, Output, Usage
from bench.system import System

_CHARACTERS_PER_TOKEN = 4.0
"""Of English news under the tokenisers in use; an estimate for a dry run, never for a bill."""

_TOKENS_PER_WORD = 1.4


def costs(
    outputs: Iterable[Output],
    before: Mapping[str, Any] | None = None,
    metrics: Mapping[str, Any] | None = None,
) -> dict[str, Any]:
    """Return for each system what was asked for in this run and what was kept from earlier ones.

    `before` has the costs of systems whose rows were kept from the folder's earlier run, `metrics` those of
    metrics that cost something; the total is of what was asked for in this run.
    """
    systems: dict[str, dict[str, Any]] = {name: dict(sums) for name, sums in (before or {}).items()}
    mine: dict[str, dict[str, Any]] = {}
    for output in outputs:
        sums = mine.setdefault(output.system, no_cost())
        # What was never asked for, because its system could not be had, has no usage.
        if output.usage is not None:
            add_usage(sums, output.usage)
    systems |= mine
    total = _nothing()
    for sums in (*mine.values(), *(metrics or {}).values()):
        for name, value in sums["asked"].items():
            total[name] = value if total[name] is None else total[name] + (value or 0)
    found = {"systems": {name: systems[name] for name in sorted(systems)}, "total": total}
    return found | ({"metrics": {name: metrics[name] for name in sorted(metrics)}} if metrics else {})


def no_cost() -> dict[str, Any]:
    """Return sums over nothing yet, of what is asked for and of what is kept."""
    return {"asked": _nothing(), "kept": _nothing()}


def add_usage(sums: dict[str, Any], usage: Usage) -> None:
    """Add one output to sums, under what is asked for or what is kept."""
    _add(sums["kept" if usage.kept else "asked"], usage)


def _nothing() -> dict[str, Any]:
    return {
        "outputs": 0, "seconds": 0.0, "requests": 0, "input_tokens": 0, "output_tokens": 0,
        "cost": None, "cut": 0,
    }  # fmt: skip


def _add(sums: dict[str, Any], usage: Usage) -> None:
    """Add one output to sums; a cost that nobody stated is unknown, not nothing."""
    sums["outputs"] += 1
    sums["seconds"] = round(sums["seconds"] + usage.seconds, 3)
    for name in ("requests", "input_tokens", "output_tokens", "cut"):
        sums[name] += getattr(usage, name)
    if usage.cost is not None:
        sums["cost"] = round((sums["cost"] or 0.0) + usage.cost, 8)


def cost_lines(cost: Mapping[str, Any], kinds: Mapping[str, str]) -> list[str]:
    """Return a line for each ranked system and costly metric: asked, kept, time, tokens and money."""
    lines = []
    ranked = [row for row in cost.get("systems", {}).items() if kinds.get(row[0], "system") == "system"]
    for name, sums in (*ranked, *cost.get("metrics", {}).items()):
        asked, kept = sums["asked"], sums["kept"]
        parts = [f"{asked['outputs']} asked" + (f", {kept['outputs']} kept" if kept["outputs"] else "")]
        parts += [f"{asked['seconds']:.1f} s"]
        if asked["requests"] or kept["requests"]:
            parts.append(f"{asked['requests']} requests")
        if asked["input_tokens"] or asked["output_tokens"]:
            parts.append(f"{asked['input_tokens']:,} + {asked['output_tokens']:,} tokens")
        if asked["cost"] is not None:
            parts.append(f"${asked['cost']:.4f}")
        if cut := asked["cut"] + kept["cut"]:
            parts.append(f"{cut} cut to fit the model")
        lines.append(f"{name}: {', '.join(parts)}")
    return lines


def estimate(system: System, items: Iterable[Item]) -> tuple[int, int, float | None]:
    """Estimate input and output tokens of asking for `items`, and dollars where prices are options."""
    words = system.options.get("words", 60)
    fixed = sum(len(str(system.options.get(name, ""))) for name in ("prompt", "system"))
    texts = [len(item.article.title) + len(item.article.text) + fixed for item in items]
    tokens_in = round(sum(texts) / _CHARACTERS_PER_TOKEN)
    tokens_out = round(len(texts) * words * _TOKENS_PER_WORD)
    prices = (system.options.get("input_price"), system.options.get("output_price"))
    if not any(prices):
        return tokens_in, tokens_out, None
    return tokens_in, tokens_out, (tokens_in * (prices[0] or 0) + tokens_out * (prices[1] or 0)) / 1e6
