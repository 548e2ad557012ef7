"""Does an article tell this of this person: deeds, their sides, and the words around people."""
