"""One list of scenarios in three engines: Chromium, Firefox and WebKit, which is behind every browser of an iPhone or iPad."""
