"""What each lesson asks, as data: one file a lesson."""
