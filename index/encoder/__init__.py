"""Text becomes vectors. ``opening.open_encoder`` gives the encoder an operator chose."""
