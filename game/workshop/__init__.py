"""For authors and teachers: what a pack is made into, and made from."""
