# shellcheck shell=sh disable=SC2154 # SAMPLE and BRANCH are given
. "$SAMPLE/../../lib.sh"
set -eu
branch "$(projects '160000 commit 1111111111111111111111111111111111111111' auth.json)"
