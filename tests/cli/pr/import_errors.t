# Nothing is written from a list that cannot be understood.
$ git init -q --bare repo.git && cd repo.git && claudestep project create -q auth && git rev-parse claudestep-metadata
31eef34573011d0834238ec2972a9313eb629ee6
$ echo '[{"number": 1, "state": "OPEN"}]' >list.json && claudestep pr import list.json
! error: list.json:1:2: [0] has no member 'headRefName'
! hint: gh pr list --state all --limit 1000 --json number,state,headRefName,title,author,assignees,reviewRequests,isCrossRepository,createdAt,mergedAt,closedAt,mergeCommit
! hint: glab mr list --all -F json --per-page 100
[2]
$ claudestep pr import list.json --json
! {"kind":"error","version":1,"code":"invalid_input","message":"[0] has no member 'headRefName'","causes":[],"hints":["gh pr list --state all --limit 1000 --json number,state,headRefName,title,author,assignees,reviewRequests,isCrossRepository,createdAt,mergedAt,closedAt,mergeCommit","glab mr list --all -F json --per-page 100"],"retryable":false,"place":{"file":"list.json","line":1,"column":2}}
[2]
$ echo '[{"number": 1, "state": "DRAFT", "headRefName": "b"}]' | claudestep pr import -
! error: standard input:1:25: [0].state is "DRAFT"; expected one of OPEN, CLOSED, MERGED
[2]
$ printf '[{"number": 1, "state": "OPEN", "headRefName": "b\\u001b[31m"}]' | claudestep pr import -
! error: standard input:1:48: [0].headRefName is "b\x1b[31m"; expected a name on one line
[2]
$ printf '[{"number": 1, "state": "OPEN", "headRefName": "b"},\n {"number": 1, "state": "OPEN", "headRefName": "c"}]' | claudestep pr import -
! error: standard input:2:2: [1] tells of #1 again, after [0]
! hint: give one answer of the forge, not several put together
[2]
$ printf '[{"number": 1, "state": "OPEN", "headRefName": "b"}]\n[]' | claudestep pr import -
! error: standard input:2:1: expected nothing after the value, found '['
[2]
$ printf '[{"number": 1, "number": 2}]' | claudestep pr import -
! error: standard input:1:16: duplicate key 'number', first at line 1, column 3
[2]
$ printf '{"message": "Not Found"}' | claudestep pr import -
! error: standard input:1:1: the document has no member 'number'
! hint: gh pr list --state all --limit 1000 --json number,state,headRefName,title,author,assignees,reviewRequests,isCrossRepository,createdAt,mergedAt,closedAt,mergeCommit
! hint: glab mr list --all -F json --per-page 100
[2]
$ claudestep pr import - </dev/null
! error: standard input:1:1: expected a value, found nothing: the document is empty
[2]
$ claudestep pr import nowhere.json
! error: cannot read 'nowhere.json'
!   caused by: No such file or directory
[2]
$ claudestep pr import
! error: missing operand 'FILE'
! hint: usage: claudestep pr import FILE
[2]
$ claudestep pr import list.json another.json
! error: unexpected operand 'another.json'
! hint: usage: claudestep pr import FILE
[2]
$ claudestep pr imoprt list.json
! error: unknown command 'pr imoprt'
! hint: did you mean 'pr import'?
[2]
$ printf '[{"number": 1, "state": "OPEN", "headRefName": "::error::x"}]' | claudestep pr import -
nothing to do: nothing of the list is to be recorded
1 pull request belongs to no task:
  PR  STATE  BRANCH         WHY
  #1  open   \x3a:error::x  its branch is not named for a task
$ git rev-parse claudestep-metadata
31eef34573011d0834238ec2972a9313eb629ee6
# Where there is no branch, none is made.
$ cd .. && git init -q --bare none.git && cd none.git
$ printf '[{"number": 1, "state": "OPEN", "headRefName": "b"}]' | claudestep pr import -
nothing to do: nothing of the list is to be recorded
1 pull request belongs to no task:
  PR  STATE  BRANCH  WHY
  #1  open   b       its branch is not named for a task
$ git for-each-ref
