"""What a question says of time: the days it means, and whether it wants the newest."""

from retrieval.times.reading import read_times

__all__ = ["read_times"]
