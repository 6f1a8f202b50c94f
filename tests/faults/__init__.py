"""What may go wrong while an index is written, and that nothing is lost by it."""
