"""What things are: the catalogue's vocabulary, a programme, a week. Nothing here reads, writes or changes."""
