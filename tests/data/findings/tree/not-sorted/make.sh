# shellcheck shell=sh disable=SC2154 # SAMPLE and BRANCH are given
. "$SAMPLE/../../lib.sh"
set -eu
auth=$(git hash-object -w "$SAMPLE/good.json")
billing=$(sed 's/"project": "auth"/"project": "billing"/' "$SAMPLE/good.json" |
  git hash-object -w --stdin)
# git itself makes no such tree, so its bytes are written as they are.
folder=$(python3 -c '
import sys
entries = [b"100644 billing.json\0" + bytes.fromhex(sys.argv[2]),
           b"100644 auth.json\0" + bytes.fromhex(sys.argv[1])]
sys.stdout.buffer.write(b"".join(entries))' "$auth" "$billing" |
  git hash-object -t tree --literally -w --stdin)
branch "$(printf '040000 tree %s\tprojects\n' "$folder" | git mktree)"
