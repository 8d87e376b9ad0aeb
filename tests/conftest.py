"""How the property tests run: the same way each time in `make test`, at great length in `make fuzz`."""

from hypothesis import settings

settings.register_profile("test", deadline=None, derandomize=True)
settings.register_profile("fuzz", deadline=None, max_examples=20_000)
settings.load_profile("test")
