# Shell functions shared by ./start and ./test: make a Debian or Ubuntu machine ready, once.

say() { printf '%s\n' "$*" >&2; }

# Install Debian packages, with sudo where we are not root.
packages() {
  local root=""
  [ "$(id -u)" = 0 ] || root="sudo"
  say "Installing: $*"
  $root apt-get update -qq
  DEBIAN_FRONTEND=noninteractive $root apt-get install -y -qq --no-install-recommends "$@" >/dev/null
}

# A Python of at least 3.11 that can make virtual environments.
python_ready() {
  PYTHON=""
  for name in python3 python3.13 python3.12 python3.11; do
    if command -v "$name" >/dev/null && "$name" -c 'import sys; sys.exit(sys.version_info < (3, 11))'; then PYTHON="$name"; break; fi
  done
  if [ -z "$PYTHON" ]; then
    packages python3 python3-venv
    PYTHON=python3
    "$PYTHON" -c 'import sys; sys.exit(sys.version_info < (3, 11))' ||
      { say "tcguide needs Python 3.11 or newer; this machine has $("$PYTHON" --version)."; exit 1; }
  fi
  "$PYTHON" -c 'import ensurepip, venv' 2>/dev/null || packages python3-venv
}

# .venv with exactly what a lock file names; nothing to do when it is there already.
venv_ready() {
  local lock="$1" mark
  mark="$(cat "$lock" pyproject.toml | sha256sum | cut -d' ' -f1)"
  [ -x .venv/bin/tcguide ] && grep -qx "$mark" .venv/ready 2>/dev/null && return
  say "Preparing .venv (about two minutes, once) …"
  [ -x .venv/bin/python ] || "$PYTHON" -m venv .venv
  .venv/bin/python -m pip install --quiet --disable-pip-version-check --require-hashes -r "$lock"
  .venv/bin/python -m pip install --quiet --disable-pip-version-check --no-build-isolation --no-deps --editable .
  echo "$mark" >> .venv/ready
}

# Programs that only tests need: a browser, PDF tools, a reader of QR codes, a Word reader, spelling lists.
programs_ready() {
  local missing=()
  command -v chromium >/dev/null || missing+=(chromium)
  command -v pdftotext >/dev/null || missing+=(poppler-utils)
  command -v zbarimg >/dev/null || missing+=(zbar-tools)
  command -v soffice >/dev/null || missing+=(libreoffice-writer-nogui)
  [ -e /usr/lib/libreoffice/program/libsclo.so ] || missing+=(libreoffice-calc-nogui)
  [ -e /usr/share/hunspell/id_ID.dic ] && command -v hunspell >/dev/null || missing+=(hunspell hunspell-id)
  [ -e /usr/share/hunspell/en_GB.dic ] || missing+=(hunspell-en-gb)
  [ ${#missing[@]} -eq 0 ] || packages "${missing[@]}"
}
