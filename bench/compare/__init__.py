"""Two results of one corpus side by side: whether they may be, what differs, and which facts made it so."""
