"""Numbers and days that sentences give, and the words by which a question asks for one."""
