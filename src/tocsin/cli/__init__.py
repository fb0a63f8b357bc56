"""The command line: one file a command. Data to stdout, talk to stderr."""
