# shellcheck shell=sh disable=SC2154 # SAMPLE and BRANCH are given
. "$SAMPLE/../../lib.sh"
set -eu
blob=$(git hash-object -w "$SAMPLE/good.json")
branch "$(projects "100644 blob $blob" -auth.json)"
