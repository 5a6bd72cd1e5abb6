"""What files are, and what they say of themselves."""
