"""What the client was asked to hand over."""
