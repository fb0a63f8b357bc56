"""What reports tell of, as data: event types and quantities."""
