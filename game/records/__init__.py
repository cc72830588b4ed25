"""What happened, kept: one SQLite file, its backups, and what can be read from them."""
