"""What would make a week fit: edits of the author's file, each tried out before it is offered."""
