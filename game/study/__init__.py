"""What to ask next: schedule, ability, and how far a learner has come. Pure: no clock, no files."""
