"""A folder that an author wrote, as a Pack."""
