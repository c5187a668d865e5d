# What GitLab's glab prints.
--- file operations.jsonl
{"op": "create-project", "project": "auth"}
{"op": "add-task", "project": "auth", "description": "Add user authentication"}
{"op": "add-task", "project": "auth", "description": "Add password reset"}
{"op": "open-pr", "project": "auth", "task": 1, "pr": 7, "branch": "login", "reviewer": "alice", "created_at": "2025-12-20T10:00:00Z"}
{"op": "set-pr-state", "project": "auth", "pr": 7, "state": "closed", "at": "2025-12-21T10:00:00Z"}
--- end
--- file merge_requests.json
[{"id": 9007, "iid": 7, "project_id": 3, "title": "Draft: log in", "description": "::error::", "state": "opened", "created_at": "2025-12-20T10:00:00.000Z", "merged_at": null, "closed_at": null, "target_branch": "main", "source_branch": "login", "upvotes": 0, "author": {"id": 1, "username": "bot"}, "assignees": [{"id": 2, "username": "bob"}], "reviewers": [{"id": 3, "username": "carol"}], "source_project_id": 3, "target_project_id": 3, "merge_commit_sha": null, "squash_commit_sha": null},
 {"id": 9008, "iid": 8, "title": "Reset", "state": "merged", "created_at": "2025-12-22T10:00:00.000Z", "merged_at": "2025-12-23T12:30:00.123+01:00", "source_branch": "claude-chain-auth-31b403bb", "assignees": [], "reviewers": [], "source_project_id": 3, "target_project_id": 3, "merge_commit_sha": "0123456789012345678901234567890123456789"}]
--- end
$ git init -q --bare repo.git && cd repo.git && claudestep apply -q ../operations.jsonl
$ claudestep pr import ../merge_requests.json --json
{
  "kind": "pr_import",
  "version": 1,
  "commit": "2cf7d44e3f54843ca66caa84084a1ac9eb0543a6",
  "operations": [
    {
      "op": "assign",
      "project": "auth",
      "pr": 7,
      "reviewer": "carol"
    },
    {
      "op": "retitle",
      "project": "auth",
      "pr": 7,
      "title": "Draft: log in"
    },
    {
      "op": "set-pr-state",
      "project": "auth",
      "pr": 7,
      "state": "open"
    },
    {
      "op": "open-pr",
      "project": "auth",
      "task": 2,
      "pr": 8,
      "branch": "claude-chain-auth-31b403bb",
      "title": "Reset",
      "created_at": "2025-12-22T10:00:00Z"
    },
    {
      "op": "set-pr-state",
      "project": "auth",
      "pr": 8,
      "state": "merged",
      "at": "2025-12-23T11:30:00Z",
      "merge_commit": "0123456789012345678901234567890123456789"
    }
  ],
  "changed": true,
  "retries": 0,
  "completed_projects": [],
  "known": 2,
  "unknown": [],
  "doubts": []
}
$ claudestep pr import ../merge_requests.json
nothing to do: 2 pull requests are recorded as the forge has them
$ claudestep show auth --raw | sed -n '/"pr_number": 7/,/ai_operations/p'
      "pr_number": 7,
      "branch_name": "login",
      "reviewer": "carol",
      "pr_state": "open",
      "created_at": "2025-12-20T10:00:00Z",
      "title": "Draft: log in",
      "ai_operations": []
$ claudestep show auth --raw | sed -n '/"pr_number": 8/,/ai_operations/p'
      "pr_number": 8,
      "branch_name": "claude-chain-auth-31b403bb",
      "reviewer": "",
      "pr_state": "merged",
      "created_at": "2025-12-22T10:00:00Z",
      "title": "Reset",
      "merged_at": "2025-12-23T11:30:00Z",
      "merge_commit": "0123456789012345678901234567890123456789",
      "ai_operations": []
$ echo '[]' | claudestep pr import -
nothing to do: nothing of the list is to be recorded
