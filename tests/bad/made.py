"""Wrong files that cannot be kept as text: their bytes, and the problem each must give (code, line)."""

from __future__ import annotations

import io
import zlib

_BOMB = b"extends: small-house\na: &a [x,x,x,x,x,x,x,x,x]\n" + b"".join(
    b"%c: &%c [%s]\n" % (n + 1, n + 1, b",".join([b"*%c" % n] * 9)) for n in range(97, 106))

MADE: dict[str, tuple[bytes, str, int]] = {
    "empty": (b"", "TC111", 1),
    "only-comments": (b"# nothing\n\n# here\n", "TC111", 1),
    "tab": (b"extends: small-house\nplace:\n\tcity: Malang\n", "TC105", 3),
    "latin-1": (b"extends: small-house\nedition: caf\xe9\n", "TC102", 2),
    "utf-16": ("extends: small-house\n".encode("utf-16"), "TC102", 1),
    "control-sign": (b"extends: small-house\nedition: \"1\x07\"\n", "TC109", 2),
    "null-byte": (b"extends: small-house\nedition: 1\x00\n", "TC109", 2),
    "alias-bomb": (_BOMB, "TC107", 2),
    "deep-nesting": (b"a: " + b"[" * 200 + b"]" * 200, "TC110", 1),
    "ten-thousand-levels": (b"[" * 10_000, "TC104", 1),
    "twenty-megabytes": (b"edition: \"" + b"x" * 20_000_000 + b"\"\n", "TC103", 0),
    "a-picture": (b"\x89PNG\r\n\x1a\n" + bytes(range(256)) * 4, "TC102", 1),
}

FINE: dict[str, bytes] = {
    "byte-order-mark": b"\xef\xbb\xbfextends: small-house\nedition: \"2\"\n",
    "windows-line-ends": b"extends: small-house\r\nedition: \"2\"\r\nplace:\r\n  city: Malang\r\n  latitude: -7.98\r\n"
                         b"  longitude: 112.63\r\n  time_zone: Asia/Jakarta\r\n",
    "old-mac-line-ends": b"extends: small-house\redition: \"2\"\r",
}
"""Unusual files that must be read like any other."""

HOSTILE = (
    "<script>alert(1)</script>", '#panic("x")', "{{ 7*7 }}", '=HYPERLINK("http://x","y")', "]() [x](javascript:alert(1))",
    "*bold* _it_ ~~x~~ `code`", "$x^2$ @ref <label>", "| a | b |", "{: #id .class onclick=x }", "&lt;b&gt; &amp;",
    "-- $(reboot) %n %s", "العربية עברית", "👩‍👩‍👧 🙂", "kesalingketergantungansosialkemasyarakatan" * 2, "x" * 3000,
    "\\input{/etc/passwd} \\", "%PDF-1.7 ${env}", "'; DROP TABLE x; --", "!!! danger", "# heading", "--- \"quote\" 'single'",
)
"""Texts an author may write in earnest or in malice: they must come out as they are, everywhere."""


def picture(kind: str, width: int, height: int, mode: str = "RGB") -> bytes:
    """A plain picture of one colour."""
    from PIL import Image

    out = io.BytesIO()
    Image.new(mode, (width, height), 90).save(out, kind)
    return out.getvalue()


_HEAD = b"IHDR" + (65_535).to_bytes(4, "big") * 2 + b"\x08\x02\0\0\0"
VAST = b"\x89PNG\r\n\x1a\n\0\0\0\r" + _HEAD + zlib.crc32(_HEAD).to_bytes(4, "big") + b"\0\0\0\0IDAT"
"""The head of a picture that would fill the memory."""

SVG = b'<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 9 9"><rect width="9" height="9" fill="#0b5d57"/></svg>'

LOGOS: dict[str, tuple[str, bytes | None, str]] = {
    "none": ("logo.png", None, "missing"),
    "name-of-300-letters": (f"{'x' * 300}.png", None, "unreadable"),
    "empty-png": ("logo.png", b"", "empty"),
    "empty-svg": ("logo.svg", b" \n", "empty"),
    "text-named-png": ("logo.png", b"This is our logo.", "content"),
    "text-named-svg": ("logo.svg", b"This is our logo.", "content"),
    "web-page-named-svg": ("logo.svg", b"<html><body/></html>", "content"),
    "jpg-named-png": ("logo.png", picture("JPEG", 200, 200), "content"),
    "png-named-jpg": ("logo.jpg", picture("PNG", 200, 200), "content"),
    "webp-named-png": ("logo.png", picture("WEBP", 200, 200), "content"),
    "gif": ("logo.gif", picture("GIF", 200, 200, "L"), "form"),
    "half-a-png": ("logo.png", picture("PNG", 400, 400)[:300], "broken"),
    "head-of-a-png": ("logo.png", b"\x89PNG\r\n\x1a\n", "broken"),
    "half-a-jpg": ("logo.jpeg", picture("JPEG", 400, 400)[:700], "broken"),
    "half-an-svg": ("logo.svg", SVG[:90], "broken"),
    "svg-in-utf-16": ("logo.svg", SVG.decode().encode("utf-16"), "broken"),
    "svg-with-a-bomb": ("logo.svg", b'<!DOCTYPE svg [<!ENTITY a "xx"><!ENTITY b "&a;&a;">]>' + SVG, "broken"),
    "narrow-png": ("logo.png", picture("PNG", 99, 400), "small"),
    "small-jpg": ("logo.jpg", picture("JPEG", 400, 32), "small"),
    "wide-png": ("logo.png", picture("PNG", 6001, 100), "large"),
    "vast-png": ("logo.png", VAST, "large"),
    "three-megabytes": ("logo.png", picture("PNG", 200, 200) + b"\0" * 3_000_000, "bytes"),
}
"""Logos that cannot be printed: the file's name, its bytes, and the kind of TC316 that is told."""

LETTERHEADS: dict[str, tuple[str, bytes | None, str]] = {
    "none": ("head.svg", None, "missing"),
    "text-named-jpg": ("head.jpg", b"Our letterhead.", "content"),
    "half-a-png": ("head.png", picture("PNG", 2000, 300)[:300], "broken"),
    "a-square-sign": ("head.png", picture("PNG", 1200, 1200), "high"),
    "a-square-drawing": ("head.svg", SVG, "high"),
    "a-tall-strip": ("head.jpg", picture("JPEG", 300, 2000), "high"),
    "too-few-pixels-across": ("head.png", picture("PNG", 999, 150), "coarse"),
}
"""The same for letterheads, which are broad and are printed across the page."""
