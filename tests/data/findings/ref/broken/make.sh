# shellcheck shell=sh disable=SC2154 # SAMPLE and BRANCH are given
. "$SAMPLE/../../lib.sh"
set -eu
git tag -a -m 'a tag' v1 "$BRANCH"
git rev-parse v1 >"$BRANCH"
