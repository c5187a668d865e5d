#!/bin/sh
# A page of the manual that the program prints is committed as it prints it now.
#
#   page_test.sh PROGRAM OPTION PAGE     OPTION of `claudestep help` that prints PAGE, a path in the repository
set -eu

program=$1
option=$2
page=$3
root=$(cd "$(dirname "$0")/../.." && pwd)

if ! "$program" help "$option" | diff -u "$root/$page" - >&2; then
  printf '%s is stale; refresh it with: %s help %s >%s\n' "$page" "$program" "$option" "$page" >&2
  exit 1
fi
