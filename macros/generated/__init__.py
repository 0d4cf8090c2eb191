"""What is derived from the models and committed: each module makes some files, `files.py` lists them all."""
