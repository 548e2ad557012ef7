"""What a run took: seconds, requests, tokens and money of each system, and what one would take."""

from collections.abc import Iterable, Mapping
from typing import Any

from bench.records import Item, Output, Usage
from bench.system import System

_CHARACTERS_PER_TOKEN = 4.0
"""Of English news under the tokenisers in use; an estimate for a dry run, never for a bill."""

_TOKENS_PER_WORD = 1.4


def costs(outputs: Iterable[Output], before: Mapping[str, Any] | None = None) -> dict[str, Any]:
    """Return for each system what was asked for in this run and what was kept from earlier ones.

    `before` has the costs of systems whose rows were kept from the folder's earlier run.
    """
    systems: dict[str, dict[str, Any]] = {name: dict(sums) for name, sums in (before or {}).items()}
    mine: dict[str, dict[str, Any]] = {}
    for output in outputs:
        sums = mine.setdefault(output.system, {"asked": _nothing(), "kept": _nothing()})
        # What was never asked for, because its system could not be had, has no usage.
        if output.usage is not None:
            _add(sums["kept" if output.usage.kept else "asked"], output.usage)
    systems |= mine
    total = _nothing()
    for sums in mine.values():
        for name, value in sums["asked"].items():
            total[name] = value if total[name] is None else total[name] + (value or 0)
    return {"systems": {name: systems[name] for name in sorted(systems)}, "total": total}


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
    """Return a line for each ranked system: what was asked, what was kept, time, tokens and money."""
    lines = []
    for name, sums in cost.get("systems", {}).items():
        if kinds.get(name, "system") != "system":
            continue
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
