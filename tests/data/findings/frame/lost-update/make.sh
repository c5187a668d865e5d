# shellcheck shell=sh disable=SC2154 # SAMPLE and BRANCH are given
. "$SAMPLE/../../lib.sh"
set -eu
commit "$SAMPLE/1.json" 'auth: create' 'create-project project=auth'
commit "$SAMPLE/2.json" 'auth: open #41 for task 1' 'open-pr project=auth pr=41 task=1
add-ai-operations project=auth pr=41 operations=1'
# Began from the first state, and never saw the second.
commit "$SAMPLE/3.json" "auth: add task 'Rotate tokens'" 'add-task project=auth'
