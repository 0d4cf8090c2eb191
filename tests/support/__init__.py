"""What tests share: networks, built sites, programs, and pages as a reader sees them."""
