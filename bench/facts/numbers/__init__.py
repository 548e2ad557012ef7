"""Numbers and dates of a summary held against its article: matching, attachment, derivation, verdicts."""
