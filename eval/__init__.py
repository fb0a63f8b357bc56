"""What tocsin finds, measured against what people marked: one file a task, one table for all."""
