"""From which doubt on a claim about a person counts as wrong or as suspect, by strictness."""

WRONG_FROM = {"low": 0.9, "normal": 0.6, "high": 0.3}
SUSPECT_FROM = {"low": 0.6, "normal": 0.45, "high": 0.22}
