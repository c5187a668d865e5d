# A run of Claude Code becomes an AI operation a model, once however often it is imported.
--- file run.json
{"type": "result", "subtype": "success", "is_error": false, "duration_ms": 61500, "duration_api_ms": 50000,
 "num_turns": 12, "result": "Done.", "session_id": "5f6c4a1e", "total_cost_usd": 0.12500000000000003,
 "usage": {"input_tokens": 11, "output_tokens": 22, "cache_read_input_tokens": 3, "server_tool_use": {"web_search_requests": 0}},
 "modelUsage": {
  "claude-haiku-4-5-20251001": {"inputTokens": 10, "outputTokens": 20, "cacheReadInputTokens": 0, "cacheCreationInputTokens": 0, "webSearchRequests": 0, "costUSD": 0.025, "contextWindow": 200000},
  "claude-opus-4-5-20251101": {"inputTokens": 1, "outputTokens": 2, "cacheReadInputTokens": 3, "cacheCreationInputTokens": 4, "webSearchRequests": 0, "costUSD": 0.10000000000000002}},
 "permission_denials": [], "uuid": "u"}
--- end
--- file stream.jsonl
{"type": "system", "subtype": "init", "session_id": "s2", "model": "claude-sonnet-4-5"}
{"type": "assistant", "message": {"content": []}, "session_id": "s2"}
{"type": "result", "subtype": "error_max_turns", "is_error": true, "duration_ms": 1000, "session_id": "s2", "total_cost_usd": 0.5, "usage": {"input_tokens": 1, "output_tokens": 2}}
--- end
$ git init -q --bare repo.git && cd repo.git
$ claudestep project create -q auth && claudestep task add -q auth --description 'Add login' && claudestep pr open -q auth --task 1 --pr 42 --branch work
$ claudestep op import auth --pr 42 --format claude-code ../run.json
[12efea4] auth: record 2 AI operations for #42 ($0.125)
$ claudestep op import auth --pr 42 --format claude-code - <../run.json
nothing to do: auth: record 2 AI operations for #42 ($0.125)
$ claudestep show auth --raw | sed -n '/ai_operations/,$p'
      "ai_operations": [
        {
          "type": "PRCreation",
          "model": "claude-haiku-4-5-20251001",
          "cost_usd": 0.025,
          "created_at": "2026-01-01T00:02:00Z",
          "operation_id": "claude-code:5f6c4a1e:claude-haiku-4-5-20251001",
          "tokens_input": 10,
          "tokens_output": 20,
          "duration_seconds": 0,
          "tokens_cache_read": 0,
          "tokens_cache_write": 0
        },
        {
          "type": "PRCreation",
          "model": "claude-opus-4-5-20251101",
          "cost_usd": 0.1,
          "created_at": "2026-01-01T00:02:00Z",
          "operation_id": "claude-code:5f6c4a1e:claude-opus-4-5-20251101",
          "tokens_input": 1,
          "tokens_output": 2,
          "duration_seconds": 61.5,
          "tokens_cache_read": 3,
          "tokens_cache_write": 4
        }
      ]
    }
  ]
}
# The same session and model with another cost; another run of a resumed session.
$ sed 's/0.025/0.026/; s/0.125/0.126/' ../run.json | claudestep op import auth --pr 42 --format claude-code -
! error: cannot record AI operation 1 for #42 in 'auth': it is already recorded with another cost_usd (recorded 0.025, given 0.026)
! hint: what is recorded stands; another operation needs an operation_id of its own
! hint: where this is another run of a resumed session, --run-id ID tells it apart; the same run recorded twice would count twice
[4]
$ sed 's/0.025/0.026/; s/0.125/0.126/' ../run.json | claudestep op import auth --pr 42 --format claude-code - --run-id 77 --type PRRefinement --created-at 2026-01-01
[d7d0bed] auth: record 2 AI operations for #42 ($0.126)
# All messages, a line each or as an array.
$ claudestep op import auth --pr 42 --format claude-code ../stream.jsonl
[d4444a0] auth: record 1 AI operation for #42 ($0.50)
$ sed '1s/^/[/; $!s/$/,/; $s/$/]/' ../stream.jsonl | claudestep op import auth --pr 42 --format claude-code - --json
{
  "kind": "write",
  "version": 1,
  "commit": null,
  "operations": [
    {
      "op": "add-ai-operations",
      "project": "auth",
      "pr": 42,
      "operations": [
        {
          "type": "PRCreation",
          "model": "claude-sonnet-4-5",
          "cost_usd": 0.5,
          "operation_id": "claude-code:s2:claude-sonnet-4-5",
          "tokens_input": 1,
          "tokens_output": 2,
          "duration_seconds": 1
        }
      ]
    }
  ],
  "changed": false,
  "retries": 0,
  "completed_projects": []
}
$ claudestep costs
claudestep-metadata at d4444a0
\
  MODEL                        COST  OPS  PRS  TOKENS IN  OUT    TIME
  claude-sonnet-4-5           $0.50    1    1          1    2      1s
  claude-opus-4-5-20251101    $0.20    2    1          2    4  2m 03s
  claude-haiku-4-5-20251001  $0.051    2    1         20   40      0s
\
5 AI operations for 1 pull request: $0.751, 23 tokens in, 46 out, cache 6 read,
  8 written, 2m 04s
$ claudestep costs --recompute
claudestep-metadata at d4444a0
\
  MODEL                      OPS  REPORTED  RECOMPUTED  DIFFERENCE
  claude-sonnet-4-5            1     $0.50   $0.000033  -$0.499967
  claude-opus-4-5-20251101     2     $0.20   $0.000163  -$0.199837
  claude-haiku-4-5-20251001    2    $0.051    $0.00022   -$0.05078
\
5 AI operations recomputed: reported $0.751, their tokens come to $0.000416,
  difference -$0.750584
$ claudestep fsck
1 file checked: nothing found
