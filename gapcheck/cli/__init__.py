"""The command line: one file a command. Options go in, the api is asked, something is shown, an exit code comes out."""
