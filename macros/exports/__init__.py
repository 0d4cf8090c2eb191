"""What readers take away beside the pages: feeds, calendars, data, pictures and the search index."""
