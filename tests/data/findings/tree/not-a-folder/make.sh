# shellcheck shell=sh disable=SC2154 # SAMPLE and BRANCH are given
. "$SAMPLE/../../lib.sh"
set -eu
blob=$(echo text | git hash-object -w --stdin)
branch "$(printf '100644 blob %s\tprojects\n' "$blob" | git mktree)"
