# A branch forked from a source tree, with one project file of an old shape: a write changes that
# file and no other, and in it nothing that it was not asked to change.
--- file auth.json
{
  "schema_version": "1.0",
  "project": "auth",
  "last_updated": "2025-12-01T10:00:00.123456",
  "steps": [
    {
      "step_index": 1,
      "step_description": "Add login",
      "pr_number": 11,
      "branch_name": "claude-step-auth-1",
      "reviewer": "alice",
      "pr_state": "merged",
      "created_at": "2025-12-01T09:00:00.5+02:00",
      "x_note": "kept \u00fc as it is",
      "ai_tasks": []
    },
    {
      "step_index": 2,
      "step_description": "Add logout"
    }
  ],
  "x_team": {"z": 1.50, "a": [1e2, 12345678901234567890123]}
}
--- end
$ git init -q repo && cd repo && git checkout -q -b claudestep-metadata
$ mkdir projects src && cp ../auth.json projects/
$ for n in $(seq 154); do echo "int f$n;" >src/f$n.c; done
$ git add . && git commit -q -m 'source tree' && git checkout -q --detach
$ claudestep finalize auth --task 2 --pr 12 --branch claude-step-auth-2 >out 2>err
$ git diff --name-only claudestep-metadata~1 claudestep-metadata
projects/auth.json
$ git ls-tree -r --name-only claudestep-metadata | wc -l
155
$ git show claudestep-metadata:projects/auth.json >after.json
$ grep -oF -e '"x_note": "kept \u00fc as it is"' -e '"2025-12-01T09:00:00.5+02:00"' after.json
"2025-12-01T09:00:00.5+02:00"
"x_note": "kept \u00fc as it is"
$ grep -oE '1\.50|1e2|12345678901234567890123' after.json
1.50
1e2
12345678901234567890123
