"""Tables of words: reviewed data, and the modules that load it. Nothing here reads a report."""
