# shellcheck shell=sh disable=SC2154 # SAMPLE and BRANCH are given
. "$SAMPLE/../../lib.sh"
set -eu
commit "$SAMPLE/1.json" 'auth: create' 'create-project project=auth'
commit "$SAMPLE/2.json" 'Record the pull request by hand' ''
