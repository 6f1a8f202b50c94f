"""Small corpora whose articles differ, list or follow one another, written apart from the rules."""
