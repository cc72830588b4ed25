"""Made learners study a pack under several orders of asking, to see what each is worth."""
