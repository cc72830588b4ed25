"""YAML to values that know their line and column; the only importer of yaml."""
