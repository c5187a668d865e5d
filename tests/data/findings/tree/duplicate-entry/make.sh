# shellcheck shell=sh disable=SC2154 # SAMPLE and BRANCH are given
. "$SAMPLE/../../lib.sh"
set -eu
blob=$(git hash-object -w "$SAMPLE/good.json")
# git itself makes no such tree, so its bytes are written as they are.
folder=$(python3 -c '
import sys
entry = b"100644 auth.json\0" + bytes.fromhex(sys.argv[1])
sys.stdout.buffer.write(entry + entry)' "$blob" | git hash-object -t tree --literally -w --stdin)
branch "$(printf '040000 tree %s\tprojects\n' "$folder" | git mktree)"
