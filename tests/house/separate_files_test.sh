#!/bin/sh
# Compiles each file by itself: an include that only a neighbour of the unity build has is missed.
#
#   separate_files_test.sh CMAKE
set -eu
cmake=$1
root=$(cd "$(dirname "$0")/../.." && pwd)
. "$root/tests/house/assert.sh"
begin

cd "$root"
if ! "$cmake" --preset dev -B "$scratch/build" -DCMAKE_UNITY_BUILD=OFF \
  -DCMAKE_CXX_FLAGS_RELWITHDEBINFO=-O0 >"$scratch/log" 2>&1 ||
  ! "$cmake" --build "$scratch/build" >"$scratch/log" 2>&1; then
  complain 'the files do not compile one by one'
  cat "$scratch/log" >&2
fi
finish
