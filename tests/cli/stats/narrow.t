# Everything fits into the width, where there is something left to cut or to leave out.
--- file operations.jsonl
{"op": "create-project", "project": "auth"}
{"op": "add-task", "project": "auth", "description": "Add login"}
{"op": "open-pr", "project": "auth", "task": 1, "pr": 41, "branch": "a", "reviewer": "a-reviewer-with-a-name", "created_at": "2025-12-01T10:00:00Z"}
{"op": "add-ai-operations", "project": "auth", "pr": 41, "operations": [{"type": "PRCreation", "model": "claude-sonnet-4-5-20250929", "cost_usd": 45.5, "workflow_run_id": 7, "created_at": "2025-12-01T10:00:00Z", "tokens_input": 120000000, "tokens_output": 4500000, "tokens_cache_read": 70000000, "duration_seconds": 4000}]}
--- end
$ git init -q --bare repo.git && cd repo.git && claudestep apply -q ../operations.jsonl
$ COLUMNS=40 claudestep stats
claudestep-metadata at 6888faf
\
  PROJECT  DONE  STATE   OPEN    COST
  auth     0.0%  active     1  $45.50
\
  REVIEWER          OPEN  MERGED    COST
  a-reviewer-wi...     1       -  $45.50
\
1 project, 1 task: 0 completed,
  1 in progress, 0 pending
1 pull request: 1 open (1 stale),
  0 merged, 0 closed
1 AI operation: $45.50,
  120,000,000 tokens in, 4,500,000 out
$ COLUMNS=60 claudestep costs --recompute
claudestep-metadata at 6888faf
\
  MODEL                     REPORTED  RECOMPUTED  DIFFERENCE
  claude-sonnet-4-5-202...    $45.50     $448.50    +$403.00
\
1 AI operation recomputed: reported $45.50,
  their tokens come to $448.50, difference +$403.00
$ COLUMNS=60 claudestep costs
claudestep-metadata at 6888faf
\
  MODEL                         COST  OPS        OUT
  claude-sonnet-4-5-20250929  $45.50    1  4,500,000
\
1 AI operation for 1 pull request: $45.50,
  120,000,000 tokens in, 4,500,000 out,
  cache 70,000,000 read, 0 written, 1h 06m
$ for width in 44 60 80; do for words in stats costs "costs --recompute" leaderboard "report"; do COLUMNS=$width claudestep $words | awk -v w=$width 'length > w { print w ": " $0 }'; done; done
