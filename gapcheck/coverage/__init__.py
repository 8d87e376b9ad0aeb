"""The arithmetic of scopes: union, subtraction, largest pieces. It knows no law."""
