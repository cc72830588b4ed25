"""One round as pure state: stages, window, fuel, calls, hold, teams."""
