#!/bin/sh
# Every shell script here passes shellcheck; one that does not begin with a known `#!` is found too.
set -eu
root=$(cd "$(dirname "$0")/../.." && pwd)
cd "$root"

list=$(mktemp)
trap 'rm -f "$list"' EXIT
find scripts bench .ci hooks tests/house tests/support -type f 2>/dev/null | sort | while read -r file; do
  case $(head -n 1 "$file") in
    '#!/bin/sh' | '#!/bin/bash' | '#!/usr/bin/env bash') echo "$file" ;;
    *) case $file in *.sh) echo "$file" ;; esac ;;
  esac
done >"$list"
[ -s "$list" ]
xargs shellcheck --external-sources --source-path=SCRIPTDIR <"$list"
