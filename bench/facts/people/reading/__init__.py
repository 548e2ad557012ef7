"""Finding the people of a text, by capitals or without them."""
