"""The tests. unit/ and rules/ build nothing and start nothing: `make test-fast` runs them."""
