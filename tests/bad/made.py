"""Wrong files that cannot be kept as text: their bytes, and the problem each must give (code, line)."""

from __future__ import annotations

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
