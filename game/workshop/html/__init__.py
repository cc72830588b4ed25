"""A page that plays rounds by itself: one file, in any browser, with nothing fetched."""
