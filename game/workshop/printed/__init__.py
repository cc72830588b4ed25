"""What is printed on A4: worksheets with their keys, flash cards, a poster of the sources."""
