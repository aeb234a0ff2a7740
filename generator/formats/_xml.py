"""What the formats that are XML inside have in common."""

from __future__ import annotations

import re

UNHEARD = re.compile("[\x00-\x08\x0b\x0c\x0e-\x1f\ufffe\uffff]")
"""Signs that XML cannot hold."""
