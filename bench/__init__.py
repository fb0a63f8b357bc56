"""How fast, how much memory, how near the machine's limit: measured on reports, beside spaCy."""
