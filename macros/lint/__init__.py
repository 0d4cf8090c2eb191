"""The rules, the engine that runs them, and the reports and fixes of their diagnostics."""
