# shellcheck shell=sh disable=SC2154 # SAMPLE and BRANCH are given
. "$SAMPLE/../../lib.sh"
set -eu
rm -f "$(loose "$(git rev-parse "$BRANCH:projects/auth.json")")"
