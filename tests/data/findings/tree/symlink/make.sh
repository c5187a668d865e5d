# shellcheck shell=sh disable=SC2154 # SAMPLE and BRANCH are given
. "$SAMPLE/../../lib.sh"
set -eu
blob=$(printf '../elsewhere' | git hash-object -w --stdin)
branch "$(projects "120000 blob $blob" auth.json)"
