"""Documents of word processors, browsers and printers to paragraphs: one file a format."""
