# Pull requests that nobody recorded, tied to tasks by the names of their branches, of every era.
--- file commit
echo "$2" >>$1 && git add $1 && git commit -q -m "$3"
--- end
$ git init -q -b main repo && cd repo && git commit -q --allow-empty -m begin && claudestep project create my-auth -q
$ for n in 1 2 3 4 5 6; do claudestep task add my-auth --description "Task number $n" -q; done; claudestep task list my-auth --json | jq -r '.tasks[0].id'
d5a8f188
$ for b in claude-step-my-auth-2 claude-chain-my-auth-d5a8f188 claudestep/my-auth/step-3 2026-01-my-auth-4 claude-step-my-auth-9 claude-chain-x-20260407-193710; do git checkout -q -b $b main; sh ../commit $(echo $b | tr / _) 1 "Work of $b"; done; git checkout -q main

# Three merged; one of them by a forge that keeps heads and squashes.
$ git merge -q --no-ff -m 'Merge pull request #7 from acme/claude-chain-my-auth-d5a8f188' claude-chain-my-auth-d5a8f188
$ git merge -q --no-ff -m 'Merge pull request #8 from acme/claudestep/my-auth/step-3' claudestep/my-auth/step-3
$ git update-ref refs/pull/9/head 2026-01-my-auth-4 && git merge -q --squash 2026-01-my-auth-4 >/dev/null 2>&1 && git commit -q -m 'By squash'
$ git update-ref refs/pull/10/head claude-step-my-auth-2
$ git update-ref refs/pull/11/head claude-step-my-auth-9
$ git update-ref refs/pull/12/head claude-chain-x-20260407-193710
$ claudestep reconcile
nothing to do: the records are as 'main' has them
$ claudestep reconcile --adopt --check
not recorded so far, and named for a task:
   PR  PROJECT  TASK  STATE   BRANCH
   #7  my-auth     1  merged  claude-chain-my-auth-d5a8f188
   #8  my-auth     3  merged  claudestep/my-auth/step-3
   #9  my-auth     4  merged  2026-01-my-auth-4
  #10  my-auth     2  open    claude-step-my-auth-2
[1]
$ claudestep reconcile --adopt
[6cb08a1] my-auth: open #7 for task 1
          my-auth: merge #7
          my-auth: open #8 for task 3
          my-auth: merge #8
          my-auth: open #9 for task 4
          my-auth: merge #9
          my-auth: open #10 for task 2
$ claudestep pr list my-auth
   PR  STATE   TASK  REVIEWER  OPENED       COST  TITLE
   #7  merged     1  -         2026-01-01  $0.00  Task number 1
   #8  merged     3  -         2026-01-01  $0.00  Task number 3
   #9  merged     4  -         2026-01-01  $0.00  Task number 4
  #10  open       2  -         2026-01-01  $0.00  Task number 2
$ claudestep reconcile --adopt
nothing to do: the records are as 'main' has them
