"""From text to the model: strict YAML, a place for every value, diagnostics, and a cache of what was read."""
