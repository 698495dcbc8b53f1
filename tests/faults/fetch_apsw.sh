#!/bin/sh
# Fetches Debian's python3-apsw into .tools/apsw, for the power-cut tests. It shares the system's SQLite library with
# Python's own sqlite3 module, so a file system registered through it is seen by the real store. Nothing is installed.
set -eu

root=$(CDPATH= cd -- "$(dirname -- "$0")/../.." && pwd)
target="$root/.tools/apsw"
[ -d "$target/apsw" ] && exit 0

if ! command -v apt-get >/dev/null || ! command -v dpkg-deb >/dev/null; then
    echo "apt-get and dpkg-deb are needed to fetch python3-apsw; the power-cut tests will be skipped." >&2
    exit 1
fi

work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT
chmod 755 "$work"
cd "$work"
# A fresh machine has no package lists yet; refreshing them needs root and is tried only then.
apt-get -qq download python3-apsw 2>/dev/null || { apt-get -qq update && apt-get -qq download python3-apsw; }
dpkg-deb -x python3-apsw_*.deb unpacked
mkdir -p "$target"
# Only this folder: the package's other files must not shadow anything in the environment.
mv unpacked/usr/lib/python3/dist-packages/apsw "$target/apsw"
echo "python3-apsw is in $target"
