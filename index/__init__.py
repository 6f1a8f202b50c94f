"""An article becomes searchable. Knows nothing of questions, chats or answers.

Promises: every stored passage is ``body[start:end]`` of its article, character for character; a
date that the source does not give stays unknown; SQLite is the truth, and the FAISS and tantivy
files beside it are only ever used when their stamp says that they hold the same revision.
"""
