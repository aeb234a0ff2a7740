"""The guide's own search: one index per language, made from the finished Markdown, asked in the browser by ``search.js``."""
