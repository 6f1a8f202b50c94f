"""A question that leans on those before it becomes one that can be searched by itself."""
