"""How the evaluation measures, against values worked out by hand."""
