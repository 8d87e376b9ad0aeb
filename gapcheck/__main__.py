"""Run gapcheck as `python -m gapcheck`."""

from gapcheck.cli.app import main

if __name__ == "__main__":
    main()
