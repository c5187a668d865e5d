# The same rows as lines of JSON, as CSV and as SQL.
--- file operations.jsonl
{"op": "create-project", "project": "auth"}
{"op": "add-task", "project": "auth", "description": "Add user authentication"}
{"op": "add-task", "project": "auth", "description": "Add password reset"}
{"op": "add-task", "project": "auth", "description": "Rate-limit the login"}
{"op": "add-task", "project": "auth", "description": "Log every failed login", "depends_on": ["3"]}
{"op": "open-pr", "project": "auth", "task": 1, "pr": 41, "branch": "claude-chain-auth-39b1209d", "reviewer": "alice", "title": "Users can log in", "created_at": "2025-12-20T10:00:00Z"}
{"op": "add-ai-operations", "project": "auth", "pr": 41, "operations": [{"type": "PRCreation", "model": "claude-sonnet-4", "cost_usd": 0.10, "created_at": "2025-12-20T10:00:00Z", "workflow_run_id": 7, "tokens_input": 120000, "tokens_output": 4500, "duration_seconds": 61.5}, {"type": "PRSummary", "model": "claude-haiku-4", "cost_usd": 1.5e-05, "created_at": "2025-12-20T10:01:00Z", "workflow_run_id": 7}]}
{"op": "set-pr-state", "project": "auth", "pr": 41, "state": "merged", "at": "2025-12-21T10:00:00Z", "merge_commit": "0123456789012345678901234567890123456789"}
{"op": "open-pr", "project": "auth", "task": 2, "pr": 42, "branch": "reset", "reviewer": "bob", "created_at": "2025-12-24T00:00:00Z"}
{"op": "create-project", "project": "billing"}
{"op": "add-task", "project": "billing", "description": "Add invoices"}
{"op": "check-task", "project": "billing", "task": 1, "checked": true}
{"op": "create-project", "project": "empty"}
{"op": "create-project", "project": "old"}
{"op": "archive", "project": "old"}
--- end
$ git init -q --bare repo.git && cd repo.git && claudestep apply -q ../operations.jsonl
$ claudestep export --project auth --table projects --table ai_operations
{"table":"projects","project":"auth","file":"projects/auth.json","archived":false,"blob":"3d3c56bafcb3e554cb63766413a8b9a207c5e207","tasks":4,"completed":1,"in_progress":1,"pending":2,"pull_requests":2,"open":1,"merged":1,"closed":0,"ai_operations":2,"cost_usd":0.100015,"cost_nano_usd":100015000,"tokens_input":120000,"tokens_output":4500,"duration_seconds":61.5,"created_at":"2026-01-01T00:00:00Z","last_updated":"2026-01-01T00:00:00Z","completed_at":null,"plan":null}
{"table":"ai_operations","project":"auth","pr_number":41,"position":1,"type":"PRCreation","model":"claude-sonnet-4","cost_usd":0.1,"cost_nano_usd":100000000,"created_at":"2025-12-20T10:00:00Z","workflow_run_id":"7","operation_id":null,"tokens_input":120000,"tokens_output":4500,"tokens_cache_read":null,"tokens_cache_write":null,"duration_seconds":61.5}
{"table":"ai_operations","project":"auth","pr_number":41,"position":2,"type":"PRSummary","model":"claude-haiku-4","cost_usd":0.000015,"cost_nano_usd":15000,"created_at":"2025-12-20T10:01:00Z","workflow_run_id":"7","operation_id":null,"tokens_input":0,"tokens_output":0,"tokens_cache_read":null,"tokens_cache_write":null,"duration_seconds":0}
$ claudestep export --format csv --table tasks --archived
project,task_index,task_id,description,status,removed,checked,depends_on,requirements,claimed_by,claim_expires
auth,1,39b1209d,Add user authentication,completed,false,false,,,,
auth,2,31b403bb,Add password reset,in_progress,false,false,,,,
auth,3,c0bc7ee4,Rate-limit the login,pending,false,false,,,,
auth,4,b724a776,Log every failed login,pending,false,false,"[""c0bc7ee4""]",,,
billing,1,cba5450a,Add invoices,completed,false,true,,,,
$ claudestep export --format csv --table pull_requests --project 'a*'
project,pr_number,task_index,task_id,branch_name,title,reviewer,pr_state,created_at,merged_at,closed_at,merge_commit,ai_operations,cost_usd,cost_nano_usd
auth,41,1,39b1209d,claude-chain-auth-39b1209d,Users can log in,alice,merged,2025-12-20T10:00:00Z,2025-12-21T10:00:00Z,,0123456789012345678901234567890123456789,2,0.100015,100015000
auth,42,2,31b403bb,reset,,bob,open,2025-12-24T00:00:00Z,,,,0,0,0
$ claudestep export --format sql --table ai_operations
-- claudestep export of refs/heads/claudestep-metadata at fb2c5a4da7bf2541e9e85525df6e6abcf94d5f1d
BEGIN;
CREATE TABLE ai_operations (
  project TEXT,
  pr_number NUMERIC(38,0),
  position NUMERIC(38,0),
  type TEXT,
  model TEXT,
  cost_usd NUMERIC(38,9),
  cost_nano_usd NUMERIC(38,0),
  created_at TEXT,
  workflow_run_id TEXT,
  operation_id TEXT,
  tokens_input NUMERIC(38,0),
  tokens_output NUMERIC(38,0),
  tokens_cache_read NUMERIC(38,0),
  tokens_cache_write NUMERIC(38,0),
  duration_seconds NUMERIC(38,6)
);
INSERT INTO ai_operations VALUES
('auth',41,1,'PRCreation','claude-sonnet-4',0.1,100000000,'2025-12-20T10:00:00Z','7',NULL,120000,4500,NULL,NULL,61.5),
('auth',41,2,'PRSummary','claude-haiku-4',0.000015,15000,'2025-12-20T10:01:00Z','7',NULL,0,0,NULL,NULL,0);
COMMIT;
$ claudestep export -o tables && claudestep export --format csv -o tables --table tasks && claudestep export --format sql -o tables/ && ls tables && wc -l tables/* | tail -n 1
ai_operations.jsonl
claudestep.sql
projects.jsonl
pull_requests.jsonl
tasks.csv
tasks.jsonl
 111 total
# Standard output and a file have the same bytes.
$ claudestep export --format sql | cmp - tables/claudestep.sql
$ claudestep export --at claudestep-metadata~1 | wc -c
0
