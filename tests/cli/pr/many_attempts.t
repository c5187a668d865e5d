# Fourteen pull requests for one task: thirteen closed, the last one merged.
$ git init -q --bare repo.git && cd repo.git && claudestep project create -q auth && claudestep task add -q auth --description 'Add login'
$ for pr in $(seq 1 14); do
>   claudestep pr open -q auth --task 1 --pr $pr --branch attempt-$pr || exit
>   test $pr = 14 || claudestep pr close -q auth --pr $pr
> done
$ claudestep task list auth
  TASK  ID        STATUS       DESCRIPTION
     1  0e100ea6  in_progress  Add login
$ claudestep pr merge auth --pr 14
[42e65c1] auth: merge #14
auth is complete: every task is done
$ claudestep pr list auth
   PR  STATE   TASK  REVIEWER  OPENED       COST  TITLE
   #1  closed     1  -         2026-01-01  $0.00  Add login
   #2  closed     1  -         2026-01-01  $0.00  Add login
   #3  closed     1  -         2026-01-01  $0.00  Add login
   #4  closed     1  -         2026-01-01  $0.00  Add login
   #5  closed     1  -         2026-01-01  $0.00  Add login
   #6  closed     1  -         2026-01-01  $0.00  Add login
   #7  closed     1  -         2026-01-01  $0.00  Add login
   #8  closed     1  -         2026-01-01  $0.00  Add login
   #9  closed     1  -         2026-01-01  $0.00  Add login
  #10  closed     1  -         2026-01-01  $0.00  Add login
  #11  closed     1  -         2026-01-01  $0.00  Add login
  #12  closed     1  -         2026-01-01  $0.00  Add login
  #13  closed     1  -         2026-01-01  $0.00  Add login
  #14  merged     1  -         2026-01-01  $0.00  Add login
$ claudestep show auth
auth: complete
  [########################] 100.0%
  1 task: 1 completed, 0 in progress, 0 pending
  cost $0.00, 0 AI operations, 0 tokens in, 0 out
  created 2026-01-01, updated 2026-01-01, completed 2026-01-01
\
  TASK  ID        STATUS     DESCRIPTION
     1  0e100ea6  completed  Add login
\
   PR  STATE   TASK  REVIEWER  OPENED       COST  TITLE
   #1  closed     1  -         2026-01-01  $0.00  Add login
   #2  closed     1  -         2026-01-01  $0.00  Add login
   #3  closed     1  -         2026-01-01  $0.00  Add login
   #4  closed     1  -         2026-01-01  $0.00  Add login
   #5  closed     1  -         2026-01-01  $0.00  Add login
   #6  closed     1  -         2026-01-01  $0.00  Add login
   #7  closed     1  -         2026-01-01  $0.00  Add login
   #8  closed     1  -         2026-01-01  $0.00  Add login
   #9  closed     1  -         2026-01-01  $0.00  Add login
  #10  closed     1  -         2026-01-01  $0.00  Add login
  #11  closed     1  -         2026-01-01  $0.00  Add login
  #12  closed     1  -         2026-01-01  $0.00  Add login
  #13  closed     1  -         2026-01-01  $0.00  Add login
  #14  merged     1  -         2026-01-01  $0.00  Add login
$ claudestep stats auth
claudestep-metadata at 42e65c1
\
  PROJECT  PROGRESS      DONE  TASKS  STATE     OPEN  STALE   COST  UPDATED
  auth     [########]  100.0%    1/1  complete     -      -  $0.00  2026-01-01
\
  REVIEWER  OPEN  MERGED  CLOSED   COST
  (none)       -       1      13  $0.00
\
1 project, 1 task: 1 completed, 0 in progress, 0 pending
14 pull requests: 0 open, 1 merged, 13 closed
0 AI operations: $0.00, 0 tokens in, 0 out
$ claudestep fsck
projects/auth.json:24:24: warning: #1 has no AI operations [pr/no-operations]
  hint: record them with claudestep op add if they are known
projects/auth.json:35:24: warning: #2 has no AI operations [pr/no-operations]
projects/auth.json:46:24: warning: #3 has no AI operations [pr/no-operations]
projects/auth.json:57:24: warning: #4 has no AI operations [pr/no-operations]
projects/auth.json:68:24: warning: #5 has no AI operations [pr/no-operations]
projects/auth.json:79:24: warning: #6 has no AI operations [pr/no-operations]
projects/auth.json:90:24: warning: #7 has no AI operations [pr/no-operations]
projects/auth.json:101:24: warning: #8 has no AI operations [pr/no-operations]
projects/auth.json:112:24: warning: #9 has no AI operations [pr/no-operations]
projects/auth.json:123:24: warning: #10 has no AI operations [pr/no-operations]
projects/auth.json:134:24: warning: #11 has no AI operations [pr/no-operations]
projects/auth.json:145:24: warning: #12 has no AI operations [pr/no-operations]
projects/auth.json:156:24: warning: #13 has no AI operations [pr/no-operations]
projects/auth.json:167:24: warning: #14 has no AI operations [pr/no-operations]
1 file checked: 14 warnings
