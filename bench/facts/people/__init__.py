"""People of a text, their offices and what they say; names of a summary held against its article."""
