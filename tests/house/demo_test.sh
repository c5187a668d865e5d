#!/bin/sh
# The demo that scripts/try shows: it tells the story it promises, twice the same, in repositories
# that git finds sound, and README.md shows what it really prints.
#
#   demo_test.sh CLAUDESTEP
set -eu
tool=$1
root=$(cd "$(dirname "$0")/../.." && pwd)
. "$root/tests/house/assert.sh"
begin
HOME=$scratch LC_ALL=C.UTF-8 TERM=xterm
export HOME LC_ALL TERM
cd "$scratch"

same 'the demo is silent' '' "$("$root/scripts/demo" "$tool" "$scratch/one" 2>&1)"
same 'the second too' '' "$("$root/scripts/demo" "$tool" "$scratch/two" 2>&1)"
tip() { git -C "$scratch/$1" rev-parse refs/heads/claudestep-metadata; }
same 'two runs make the same history' "$(tip one)" "$(tip two)"

same 'git finds nothing wrong' '' "$(git -C "$scratch/one" fsck --strict --no-progress 2>&1)"
same 'the worktree is clean' '' "$(git -C "$scratch/one" status --porcelain)"

CLAUDESTEP_NOW=2025-03-07T12:00:00Z
export CLAUDESTEP_NOW
stats=$("$tool" -C one stats --json)
# count MEMBER: its value among the totals.
count() { printf '%s' "$stats" | python3 -c "
import json, sys
print(json.load(sys.stdin)['totals']['$1'])"; }
same 'projects' 3 "$(count projects)"
same 'tasks' 17 "$(count tasks)"
same 'completed' 11 "$(count completed)"
same 'pull requests' 13 "$(count pull_requests)"
same 'merged' 10 "$(count merged)"
same 'open' 2 "$(count open)"
same 'closed' 1 "$(count closed)"
same 'operations' 31 "$(count ai_operations)"

# Its log is a story: from the newest to the oldest, with a beginning, and one project brought to
# its end.
story=$("$tool" -C one log --json | python3 -c "
import json, sys
entries = json.load(sys.stdin)['entries']
times = [entry['time'] for entry in entries]
kinds = [event['kind'] for entry in entries for event in entry['events']]
print(times == sorted(times, reverse=True), kinds[-1], kinds.count('project_completed'))")
same 'the log is a story' 'True project_created 1' "$story"

# The picture in the README is what scripts/try prints.
{
  printf '$ claudestep stats\n'
  "$tool" -C one stats
  printf '\n$ claudestep next auth-refactor\n'
  "$tool" -C one next auth-refactor
} >"$scratch/picture"
sed -n '/^\$ claudestep stats$/,/^```$/p' "$root/README.md" | sed '$d' >"$scratch/committed"
if ! cmp -s "$scratch/picture" "$scratch/committed"; then
  if [ "${CLAUDESTEP_ACCEPT-}" = 1 ] && [ "$failures" -eq 0 ]; then
    awk -v picture="$scratch/picture" '
      /^\$ claudestep stats$/ { while ((getline line <picture) > 0) print line; skipping = 1 }
      /^```$/ { skipping = 0 }
      !skipping' "$root/README.md" >"$scratch/README.md"
    cat "$scratch/README.md" >"$root/README.md"
    exit 77
  fi
  complain "the picture in README.md is stale; CLAUDESTEP_ACCEPT=1 rewrites it
$(diff "$scratch/committed" "$scratch/picture")"
fi

code=0
out=$("$root/scripts/demo" "$tool" "$scratch/one" 2>&1) || code=$?
same 'an existing folder is left alone: exit code' 2 "$code"
same 'an existing folder is left alone' "demo: $scratch/one exists already" "$out"

finish
