# What is no result of Claude Code, or not one that can be believed.
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
$ sed 's/"total_cost_usd": 0.125/"total_cost_usd": 0.126/' ../run.json | claudestep op import auth --pr 42 --format claude-code -
! error: standard input:2:82: total_cost_usd is 0.12600000000000003; expected 0.125, the sum of modelUsage
! hint: nothing is recorded; what the run did cost can be recorded with claudestep op add
[2]
$ sed 's/"costUSD": 0.025/"costUSD": -0.025/' ../run.json | claudestep op import auth --pr 42 --format claude-code -
! error: standard input:5:165: modelUsage.claude-haiku-4-5-20251001.costUSD is -0.025; expected a number of 0 or more
[2]
$ sed 's/"inputTokens": 10/"inputTokens": "10"/' ../run.json | claudestep op import auth --pr 42 --format claude-code -
! error: standard input:5:48: modelUsage.claude-haiku-4-5-20251001.inputTokens is "10"; expected a whole number
[2]
$ sed 's/"session_id": "5f6c4a1e", //' ../run.json | claudestep op import auth --pr 42 --format claude-code -
! error: standard input:1:1: the result has no member 'session_id'
[2]
$ head -n 2 ../stream.jsonl | claudestep op import auth --pr 42 --format claude-code -
! error: standard input:2:10: type is "assistant"; expected "result"
! hint: give what `claude -p --output-format json` printed, whole; or stream-json to its last line
[2]
$ head -c 240 ../stream.jsonl | claudestep op import auth --pr 42 --format claude-code -
! error: standard input:3:83: expected a value, found the end of the document
!   caused by: the object that starts at line 3, column 1 is not closed
[2]
$ tail -n 1 ../stream.jsonl | claudestep op import auth --pr 42 --format claude-code -
! error: standard input:1:1: the result has no member 'modelUsage'
! hint: name the model of the whole run with --model MODEL
[2]
$ tail -n 1 ../stream.jsonl | claudestep op import auth --pr 42 --format claude-code - --model mine --dry-run
would: auth: record 1 AI operation for #42 ($0.50)
\
diff --git a/projects/auth.json b/projects/auth.json
index f51f7f9..e849aa7 100644
--- a/projects/auth.json
+++ b/projects/auth.json
@@ -2,7 +2,7 @@
   "schema_version": "2.0",
   "project": "auth",
   "created_at": "2026-01-01T00:01:00Z",
-  "last_updated": "2026-01-01T00:01:00Z",
+  "last_updated": "2026-01-01T00:09:00Z",
   "tasks": [
     {
       "index": 1,
@@ -20,7 +20,18 @@
       "reviewer": "",
       "pr_state": "open",
       "created_at": "2026-01-01T00:01:00Z",
-      "ai_operations": []
+      "ai_operations": [
+        {
+          "type": "PRCreation",
+          "model": "mine",
+          "cost_usd": 0.5,
+          "created_at": "2026-01-01T00:09:00Z",
+          "operation_id": "claude-code:s2:mine",
+          "tokens_input": 1,
+          "tokens_output": 2,
+          "duration_seconds": 1
+        }
+      ]
     }
   ]
 }
$ head -c 100 ../run.json | claudestep op import auth --pr 42 --format claude-code -
! error: standard input:1:101: expected a value, found the end of the document
!   caused by: the object that starts at line 1, column 1 is not closed
[2]
$ claudestep op import auth --pr 42 --format claude-code - </dev/null
! error: standard input:1:1: expected a value, found nothing: the document is empty
[2]
$ echo Done. | claudestep op import auth --pr 42 --format claude-code -
! error: standard input:1:1: expected a value, found 'Done'
[2]
$ claudestep op import auth --pr 42 --format claude-code ../missing.json
! error: cannot read '../missing.json'
!   caused by: No such file or directory
[2]
$ claudestep op import auth --pr 42 --format claud-code ../run.json
! error: option '--format': 'claud-code' is none of claude-code
! hint: did you mean 'claude-code'?
[2]
$ claudestep op import auth --pr 42 --format json ../run.json
! {"kind":"error","version":1,"code":"usage","message":"option '--format': 'json' is none of claude-code","causes":[],"hints":[],"retryable":false,"place":null}
[2]
$ claudestep op import auth --pr 42 ../run.json
! error: missing option '--format FORMAT'
! hint: usage: claudestep op import PROJECT FILE --pr N --format FORMAT [--type TYPE] [--run-id ID] [--created-at TIME] [--model MODEL]
[2]
$ claudestep op import auth --pr 42 --format claude-code
! error: missing operand 'FILE'
! hint: usage: claudestep op import PROJECT FILE --pr N --format FORMAT [--type TYPE] [--run-id ID] [--created-at TIME] [--model MODEL]
[2]
$ claudestep op import auth --pr 42 --format claude-code ../run.json --type ' '
! error: option '--type' is blank
[2]
$ claudestep op import auth --pr 42 --format claude-code ../run.json --run-id ''
! error: option '--run-id' is blank
[2]
$ claudestep op import auth --pr 43 --format claude-code ../run.json
! error: no pull request #43 in 'auth'
! hint: did you mean #42?
[3]
$ claudestep op import nobody --pr 42 --format claude-code ../run.json --json
! {"kind":"error","version":1,"code":"not_found","message":"no project 'nobody'","causes":[],"hints":["claudestep list","claudestep project create nobody"],"retryable":false,"place":null}
[3]
$ claudestep costs | tail -n 1
0 AI operations for 0 pull requests: $0.00, 0 tokens in, 0 out, 0s
