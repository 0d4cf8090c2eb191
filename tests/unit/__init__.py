"""What can be tested without a built site, a browser, or another program."""
