"""Finding files, reading them, laying a user's folder over the bundled data, and everything by id."""
