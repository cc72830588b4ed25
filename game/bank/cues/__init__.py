"""How far one who knows nothing gets by the form of the questions alone."""
