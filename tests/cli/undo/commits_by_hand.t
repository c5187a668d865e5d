# A commit that plain git made is taken back like any other; files that are no projects stay.
--- file auth.json
{"schema_version": "2.0", "project": "auth", "x": 1.50, "pull_requests": [],
 "tasks": [{"index": 1, "description": "Add login", "status": "pending"}]}
--- end
$ git init -q repo && cd repo && git checkout -q -b claudestep-metadata
$ mkdir projects && cp ../auth.json projects/ && git add . && git commit -q -m begin
$ git mv projects/auth.json projects/login.json && echo text >README.md && git add . && git commit -q -m 'call it login'
$ claudestep undo
[8ced021] login: undo "call it login"
! warning: ce417b1 also changed files that are no projects; they stay as they are: 'README.md'
$ git ls-tree -r --name-only HEAD && git status --short && cmp projects/auth.json ../auth.json
README.md
projects/auth.json
$ git log -1 --format=%B
login: undo "call it login"
\
Claudestep-Op: undo project=login commit=ce417b15b36e868652e541870ca4100125f1d53f to=auth
\
$ sed -i 's/Add login/Sign in/' projects/auth.json && git commit -q -a -m 'say it otherwise'
$ claudestep task check auth 1 >out
$ claudestep undo claudestep-metadata~1
[ceea9b2] auth: undo "say it otherwise"
$ claudestep undo "$(git rev-list --max-parents=0 claudestep-metadata)"
! error: cannot undo 94fe7c0: the branch begins with it
[4]
$ git checkout -q -b side claudestep-metadata~1 && git commit -q --allow-empty -m side
$ git checkout -q claudestep-metadata && git merge -q --no-edit side
$ claudestep undo HEAD
! error: cannot undo 78b8420: it is a merge
! hint: for the commits that it brought: claudestep log --oneline
[4]
