# A file of each form shows the same numbers before and after; only the document itself is another.
--- file steps.json
{
  "schema_version": "1.0", "project": "steps", "created_at": "2025-08-01T09:00:00.5", "last_updated": "2025-08-09T12:00:00",
  "x_team": "infra",
  "steps": [
    {"step_index": 1, "step_description": "Cache the build", "pr_number": 7, "branch_name": "claude-step-steps-1", "reviewer": "alice",
     "pr_state": "merged", "created_at": "2025-08-04T10:00:00", "workflow_run_id": 501, "x_note": "kept",
     "ai_tasks": [
       {"type": "PRCreation", "model": "opus", "cost_usd": 0.1234567891, "created_at": "2025-08-04T09:00:00", "tokens_input": 12, "tokens_output": 3, "duration_seconds": 1.5},
       {"type": "PRSummary", "model": "haiku", "cost_usd": 1.5e-05, "created_at": "2025-08-04T09:30:00+02:00", "tokens_input": 5}]},
    {"step_index": 2, "step_description": "Split the tests", "pr_number": 8, "branch_name": "claude-step-steps-2", "reviewer": "bob",
     "created_at": "2025-08-05T10:00:00", "ai_tasks": []},
    {"step_index": 3, "step_description": "Drop the mirror"}]
}
--- end
--- file legacy.json
{
  "schema_version": "1.0", "project": "legacy", "last_updated": "2025-08-09T12:00:00",
  "tasks": [
    {"task_index": 1, "task_description": "One", "pr_number": 17, "branch_name": "b1", "reviewer": "alice", "pr_state": "merged",
     "created_at": "2025-08-04T10:00:00", "workflow_run_id": 900, "model": "sonnet", "main_task_cost_usd": 0.4, "pr_summary_cost_usd": 0.05, "total_cost_usd": 0.45},
    {"task_index": 2, "task_description": "Two", "pr_number": 18, "branch_name": "b2", "reviewer": "alice", "pr_state": "closed", "created_at": "2025-08-05T10:00:00", "main_task_cost_usd": 2},
    {"task_index": 3, "task_description": "Three"}]
}
--- end
--- file centred.json
{
  "schema_version": "2.0", "project": "centred", "last_updated": "2025-08-09T12:00:00", "total_tasks": 3,
  "pull_requests": [
    {"task_index": 2, "task_description": "Two", "pr_number": 27, "branch_name": "b", "reviewer": "carol", "pr_state": "merged",
     "created_at": "2025-08-04T10:00:00", "ai_operations": [{"type": "PRCreation", "model": "opus", "cost_usd": 1.10, "created_at": "2025-08-04T10:00:00", "workflow_run_id": 3}]}]
}
--- end
--- file executions.json
{
  "project": "executions", "last_updated": "2025-08-09T12:00:00",
  "spec": {"tasks": [{"index": 1, "description": "One", "status": "completed"}, {"index": 2, "description": "Two", "status": "pending"}]},
  "executions": [
    {"execution_id": "e1", "task_index": 1, "pr_number": 37, "branch_name": "b", "reviewer": "dave", "pr_state": "merged", "created_at": "2025-08-04T10:00:00",
     "ai_operations": [{"type": "PRCreation", "model": "opus", "cost_usd": 0.3, "created_at": "2025-08-04T10:00:00", "workflow_run_id": 3, "operation_id": "o1"}]},
    {"execution_id": "e2", "task_index": 2, "status": "failed"}]
}
--- end
--- file story.py
"""What show, stats, lists, costs and the log so far say of every project, without what a migration is to change."""
import json
import subprocess
import sys

CHANGES = {"commit", "blob", "schema_version"}


def told(*words):
    return json.loads(subprocess.run(["claudestep", *words, "--json"], check=True, capture_output=True).stdout)


def same(value):
    if isinstance(value, dict):
        return {key: same(item) for key, item in value.items() if key not in CHANGES}
    return [same(item) for item in value] if isinstance(value, list) else value


story = {"stats": told("stats"), "list": told("list")}
story["costs"] = [told("costs", "--by", by) for by in ("model", "project", "reviewer", "type", "day", "month")]
for name in ("centred", "executions", "legacy", "steps"):
    story[name] = [told("show", name), told("task", "list", name), told("pr", "list", name), told("next", name)]
    # The first entry: what the bot's commit did. What the migration's own did is seen below.
    story[name].append(told("log", name)["entries"][-1])
json.dump(same(story), sys.stdout, indent=1, sort_keys=True)
--- end
$ git init -q --bare repo.git && cd repo.git && claudestep init >out
$ git worktree add -q ../meta claudestep-metadata && mkdir ../meta/projects && cp ../steps.json ../legacy.json ../centred.json ../executions.json ../meta/projects && git -C ../meta add . && git -C ../meta commit -q -m 'by a bot' && git worktree remove ../meta
$ python3 ../story.py >../before
$ claudestep migrate
[a6ba764] centred: migrate to schema 2.0
          executions: migrate to schema 2.0
          legacy: migrate to schema 2.0
          steps: migrate to schema 2.0
! upgraded 'projects/centred.json' from pull-request centred to 2.0
! upgraded 'projects/executions.json' from spec and executions to 2.0
! upgraded 'projects/legacy.json' from 1.0 legacy tasks to 2.0
! upgraded 'projects/steps.json' from 1.0 steps to 2.0
$ python3 ../story.py >../after
$ cmp ../before ../after && grep -c . ../after
1059
$ claudestep log --oneline -n 4
a6ba764 centred: upgraded from pull-request centred to 2.0
a6ba764 executions: upgraded from spec and executions to 2.0
a6ba764 legacy: upgraded from 1.0 legacy tasks to 2.0
a6ba764 steps: upgraded from 1.0 steps to 2.0
94cf98d centred: created with 3 tasks, 1 pull request, $1.10
94cf98d executions: created with 2 tasks, 1 pull request, $0.30
94cf98d legacy: created with 3 tasks, 2 pull requests, $2.45
94cf98d steps: created with 3 tasks, 2 pull requests, $0.123471789
# Members that 2.0 does not know stay with their record.
$ git show claudestep-metadata:projects/steps.json | grep x_
      "x_note": "kept"
  "x_team": "infra"
$ git show claudestep-metadata:projects/executions.json | grep execution_id
          "execution_id": "e2",
      "execution_id": "e1"
