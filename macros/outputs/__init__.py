"""Files other than pages: feeds, calendars, data, Word documents, packs to print, social cards."""
