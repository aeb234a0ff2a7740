"""What a template may show: frozen, in one language, with every sum done. One printable view per file."""
