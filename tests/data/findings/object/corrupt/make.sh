# shellcheck shell=sh disable=SC2154 # SAMPLE and BRANCH are given
. "$SAMPLE/../../lib.sh"
set -eu
other=$(git rev-parse "$BRANCH:projects/auth.json")
branch "$(projects "100644 blob $(echo other | git hash-object -w --stdin)" auth.json)"
changed=$(loose "$(git rev-parse "$BRANCH:projects/auth.json")")
chmod u+w "$changed"
cp "$(loose "$other")" "$changed"
