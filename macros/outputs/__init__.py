"""Files other than pages: feeds, calendars, data, Word documents, print packs and social cards."""
