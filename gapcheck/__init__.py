"""gapcheck: does our law do what this convention demands, and if not, exactly what is missing?"""

__version__ = "0.1.0"
