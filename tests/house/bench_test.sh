#!/bin/sh
# scripts/bench runs, what it measures agrees with what it is measured against, and its repositories
# are the same each time.
#
#   bench_test.sh CLAUDESTEP
set -eu
tool=$1
root=$(cd "$(dirname "$0")/../.." && pwd)
. "$root/tests/house/assert.sh"
command -v jq >/dev/null || exit 77
begin

"$root/scripts/bench" --quick --bin "$tool" --json "$scratch/rows.json" >"$scratch/table" ||
  complain 'scripts/bench --quick ends with an error'
for row in 1 2 3 4 5 6 7 8 9 10 12 14 15 16 17 18 19; do
  grep -q "^ *$row  " "$scratch/table" || complain "no row $row in: $(cat "$scratch/table")"
done
same 'the rows as JSON' true \
  "$(jq '.size == 60 and (.rows | length > 12) and all(.rows[]; .value >= 0)' "$scratch/rows.json")"

for name in one two; do
  python3 "$root/bench/generate.py" 3 "$scratch/$name" --no-repack
done
tip() { git -C "$scratch/$1" rev-parse refs/heads/claudestep-metadata; }
same 'two runs make the same repository' "$(tip one)" "$(tip two)"
finish
