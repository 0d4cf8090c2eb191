"""What a picture's file says besides the picture, read without decoding it, and a copy that does not say it."""
