"""Steps of the schema, the oldest first."""
