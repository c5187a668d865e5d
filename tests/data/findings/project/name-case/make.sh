# shellcheck shell=sh disable=SC2154 # SAMPLE and BRANCH are given
. "$SAMPLE/../../lib.sh"
set -eu
# Such twins are not kept as files here: a checkout may have room for only one.
upper=$(git hash-object -w "$SAMPLE/upper.json")
lower=$(git hash-object -w "$SAMPLE/lower.json")
folder=$(printf '100644 blob %s\tAuth.json\n100644 blob %s\tauth.json\n' "$upper" "$lower" | git mktree)
branch "$(printf '040000 tree %s\tprojects\n' "$folder" | git mktree)"
