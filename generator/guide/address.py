"""Where the guide will lie on the web: what a user says of it, in one form."""

from __future__ import annotations

import re
from collections.abc import Iterable
from urllib.parse import urlsplit


def site_address(said: str) -> str | None:
    """The address of the site's root with a slash at its end; nothing where this is no such address."""
    said = said.strip()
    try:
        parts = urlsplit(said if "://" in said else f"https://{said}")
    except ValueError:  # a bracket that nothing closes
        return None
    host = parts.netloc.lower()
    if parts.scheme not in ("http", "https") or parts.query or parts.fragment or not re.fullmatch(
        r"[a-z0-9-]+(\.[a-z0-9-]+)*(:[0-9]{1,5})?", host
    ):
        return None
    return f"{parts.scheme}://{host}/{parts.path.removesuffix('index.html').strip('/')}".rstrip("/") + "/"


def only_address(said: Iterable[str | None]) -> str:
    """The one address that all programmes of a house name; nothing where they name none, or several."""
    found = {site_address(one) for one in said if one}
    return (found.pop() or "") if len(found) == 1 else ""
