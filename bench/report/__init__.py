"""Tables and pages: how results look to a reader."""
