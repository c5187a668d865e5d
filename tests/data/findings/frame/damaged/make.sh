# shellcheck shell=sh disable=SC2154 # SAMPLE and BRANCH are given
. "$SAMPLE/../../lib.sh"
set -eu
commit "$SAMPLE/1.json" 'auth: create' 'create-project project=auth'
commit "$SAMPLE/2.json" 'auth: open #41 for task 1' 'open-pr project=auth pr=41 task=1
add-ai-operations project=auth pr=41 operations=1'
# The tip has another folder.
rm -f "$(loose "$(git rev-parse "$BRANCH~1:projects")")"
