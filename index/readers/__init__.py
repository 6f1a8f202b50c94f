"""From files to articles: one small module for each form an article comes in."""
