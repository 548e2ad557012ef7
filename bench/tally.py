"""What costly metrics took, and the summaries for which they have no value."""

from collections import Counter
from collections.abc import Iterator
from typing import Any

from bench.cost import add_usage, no_cost
from bench.records import ArticleScores


class Tally:
    """Summed up article by article; `lacking` and `costs` are parts of run.json."""

    def __init__(self) -> None:
        """Start with nothing."""
        self.lacking: list[dict[str, str]] = []
        self.costs: dict[str, dict[str, Any]] = {}
        self._asked: Counter[str] = Counter()

    def add(self, scores: ArticleScores) -> None:
        """Add the outputs of one article."""
        for output in scores.outputs:
            for metric, usage in output.usage.items():
                add_usage(self.costs.setdefault(metric, no_cost()), usage)
            for metric, reason in output.unmeasured.items():
                self.lacking.append(
                    {"metric": metric, "system": output.system, "article": scores.article, "reason": reason}
                )
            if output.usage or output.unmeasured:
                self._asked.update(output.usage.keys() | output.unmeasured.keys())

    def notes(self) -> Iterator[str]:
        """Yield a sentence for each metric that lacks values: a mean over the others is no fair one."""
        for metric in sorted({row["metric"] for row in self.lacking}):
            rows = [row for row in self.lacking if row["metric"] == metric]
            systems = Counter(row["system"] for row in rows)
            whose = ", ".join(f"{system} {count}" for system, count in sorted(systems.items()))
            yield (
                f"BROKEN TABLE: {metric} has no value for {len(rows)} of {self._asked[metric]} summaries "
                f"({whose}), its means are over the others; run the same command again to finish"
            )
