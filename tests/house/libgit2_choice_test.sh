#!/bin/sh
# How CMake chooses between the static and the shared libgit2: an archive that does not work leads
# to the shared library, or to an error where static is demanded.
#
#   libgit2_choice_test.sh CMAKE
set -eu
cmake=$1
root=$(cd "$(dirname "$0")/../.." && pwd)
. "$root/tests/house/assert.sh"
begin

# A project that is only the choice, so that configuring takes a second.
mkdir "$scratch/project"
cat >"$scratch/project/CMakeLists.txt" <<END
cmake_minimum_required(VERSION 3.25)
project(choice LANGUAGES C CXX)
set(CLAUDESTEP_LIBGIT2 auto CACHE STRING "")
find_package(Threads REQUIRED)
find_package(PkgConfig REQUIRED)
add_library(claudestep_warnings INTERFACE)
set(PROJECT_SOURCE_DIR "$root")
include("$root/cmake/libgit2.cmake")
END

# choose OPTION...: sets code and out; every choice begins with a fresh build folder.
choose() {
  rm -rf "$scratch/build"
  code=0
  out=$("$cmake" -S "$scratch/project" -B "$scratch/build" -G Ninja "$@" 2>&1) || code=$?
}

: >"$scratch/empty"
ar cr "$scratch/broken.a" "$scratch/empty"

choose -DCLAUDESTEP_ARCHIVE_libgit2.a="$scratch/broken.a"
same 'auto with a broken archive: exit code' 0 "$code"
has 'auto with a broken archive: says so' 'libgit2: the static link does not work here' "$out"
has 'auto with a broken archive: shared' ', shared' "$out"
[ -s "$scratch/build/CMakeFiles/libgit2-probe/why" ] || complain 'the reason is not kept'

choose -DCLAUDESTEP_ARCHIVE_libgit2.a="$scratch/broken.a" -DCLAUDESTEP_LIBGIT2=static
[ "$code" -ne 0 ] || complain 'static with a broken archive is accepted'
has 'static with a broken archive: says why' 'CLAUDESTEP_LIBGIT2=static, but' "$out"

choose -DCLAUDESTEP_LIBGIT2=shared
has 'shared when asked for' ', shared' "$out"

choose -DCLAUDESTEP_LIBGIT2=both
[ "$code" -ne 0 ] || complain 'an unknown choice is accepted'
has 'unknown choice: says what may be' 'must be auto, static or shared' "$out"

finish
