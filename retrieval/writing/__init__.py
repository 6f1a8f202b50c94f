"""Has a language model phrase an answer from its quotes, and lets through only what they bear out.

Off unless an operator names a model. The quotes stay the answer's citations, word for word; where
nothing that the model wrote stands the check, the answer is the quotes themselves.
"""
