"""OpenAI-compatible chat servers, for systems and metrics alike; httpx2 is imported when one is asked."""
