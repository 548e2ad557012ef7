"""Does a figure of the article support one of the summary: by value, unit, kind, bound and rounding."""
