"""One module per command of `tingche-agent`: arguments in, words for a person or JSON out. No decisions here."""
