"""Where the tests find the project, the small house and their other files."""

from pathlib import Path

TESTS = Path(__file__).parent
ROOT = TESTS.parent
FIXTURE = TESTS / "fixture"
GOLDEN = TESTS / "golden"
DATA = TESTS / "data"
BAD = TESTS / "bad"
