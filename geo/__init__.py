"""The recipe that makes geo/ and data/ from the official files."""
