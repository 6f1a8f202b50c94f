"""A question becomes an outcome. Knows nothing of Telegram or of how the index keeps its files.

Promises: every quote is a verbatim substring of the stored article it cites; an answer has at least
one citation; where the evidence is weak the outcome is a refusal that says what was searched.
"""
