"""Fits the thresholds on invented articles. Run by hand; nothing here is used while serving."""
