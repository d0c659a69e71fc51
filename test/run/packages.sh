#!/bin/sh
# Installs the given Debian packages if this user may; otherwise stops with the exact line to type.
set -eu
line="apt-get install -y --no-install-recommends $*"
if [ "$(id -u)" = 0 ]; then
  become=
elif sudo -n true 2>/dev/null; then
  become='sudo -n'
else
  echo "The tests need programs that this machine lacks. Type: sudo apt-get update && sudo $line" >&2
  exit 1
fi
export DEBIAN_FRONTEND=noninteractive
log=$(mktemp)
trap 'rm -f "$log"' EXIT
# shellcheck disable=SC2086 # $become and $line are lists of words
if ! { $become apt-get update && $become $line; } >"$log" 2>&1; then
  tail -n 5 "$log" >&2
  echo "apt could not install them. Type, when it can: sudo apt-get update && sudo $line" >&2
  exit 1
fi
