"""Text as the harness reads it: repair, sentences, tokens, offsets."""
