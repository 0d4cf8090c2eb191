"""Stands in for GitHub's `gh`: answers from the folder FAKE_GITHUB, and writes down what it is asked to change.

An answer to GET lies in a file named after the path below the repository, with "," for "/"; its archive in one that ends in zip.
"""

import json
import os
import sys
from pathlib import Path

folder = Path(os.environ["FAKE_GITHUB"])
arguments = sys.argv[1:]
assert arguments.pop(0) == "api"
assert os.environ["GH_TOKEN"]
assert arguments.pop(0) == "--method"
method, path, *flags = arguments
name = path.removeprefix("repos/network/knowledge-base/").replace("/", ",")
if method == "GET":
    answer = (folder / name).read_bytes()
    sys.stdout.buffer.write(b"[" + answer + b"]" if "--slurp" in flags else answer)
else:
    given = json.loads(sys.stdin.read()) if method != "DELETE" else None
    with open(folder / "changes", "a", encoding="utf-8") as log:
        log.write(json.dumps([method, name, given]) + "\n")
    print(json.dumps(given))
