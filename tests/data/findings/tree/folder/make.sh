# shellcheck shell=sh disable=SC2154 # SAMPLE and BRANCH are given
. "$SAMPLE/../../lib.sh"
set -eu
blob=$(echo text | git hash-object -w --stdin)
folder=$(printf '100644 blob %s\tinside\n' "$blob" | git mktree)
branch "$(projects "040000 tree $folder" auth.json)"
