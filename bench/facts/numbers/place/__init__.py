"""Is a figure told of what the article tells it of: each module knows one sort of evidence."""
