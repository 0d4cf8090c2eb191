"""What looks like personal data: numbers, dates of birth, mailboxes and postal addresses, each certain or likely."""
