"""Questions that the corpus itself answers, to show a reader how to ask."""
