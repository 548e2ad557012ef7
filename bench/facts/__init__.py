"""Facts of a text: quantities, people, roles, speakers, and the ledger that judges them."""
