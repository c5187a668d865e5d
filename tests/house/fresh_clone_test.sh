#!/bin/sh
# What is committed is enough: a clone of HEAD builds, installs and runs. A file that lies in the
# work tree but was never committed is missed here.
#
#   fresh_clone_test.sh CMAKE
set -eu
cmake=$1
root=$(cd "$(dirname "$0")/../.." && pwd)
. "$root/tests/house/assert.sh"
begin
git -C "$root" rev-parse --verify -q HEAD >/dev/null 2>&1 || {
  echo 'skipped: these sources are no git repository' >&2
  exit 77
}

git clone -q --no-local --no-tags "$root" "$scratch/clone"
cd "$scratch/clone"
git checkout -q --detach "$(git -C "$root" rev-parse HEAD)"
if ! {
  "$cmake" --preset dev -B "$scratch/build" -DCLAUDESTEP_TESTS=OFF &&
    "$cmake" --build "$scratch/build" &&
    "$cmake" --install "$scratch/build" --prefix "$scratch/usr"
} >"$scratch/log" 2>&1; then
  complain 'a clone does not build'
  cat "$scratch/log" >&2
  finish
fi

export HOME="$scratch" GIT_CONFIG_NOSYSTEM=1 PATH="$scratch/usr/bin:$PATH"
git init -q --bare "$scratch/repo"
said=$(cd "$scratch/repo" && git claudestep project create auth 2>&1 && git claudestep list)
has 'what a clone installs works' 'auth: create' "$said"
has 'what a clone installs reads what it wrote' 'empty' "$said"
finish
