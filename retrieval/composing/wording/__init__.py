"""The words, per language, that tell who speaks and what a sentence refers back to: data."""
