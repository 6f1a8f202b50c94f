"""From weighed sentences to an answer: what is quoted, in which order, and how it is cited."""
