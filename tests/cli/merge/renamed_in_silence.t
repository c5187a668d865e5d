# A project is who it is, not what it is called, also where its name of before says nothing of it. By
# hand: a file that git mv renamed is the project that went from its old name.
$ git init -q --bare remote.git && git init -q one && cd one && git remote add origin ../remote.git
$ claudestep project create auth -q && claudestep task add auth --description "One" -q
$ claudestep pr open auth --task 1 --pr 7 --branch b -q
$ echo '{"operation_id": "o1", "type": "PRCreation", "model": "m", "cost_usd": 5}' >run.json
$ claudestep op add auth --pr 7 --ops run.json -q && claudestep sync --force-first -q
$ git clone -q ../remote.git ../two -b claudestep-metadata --no-checkout
$ claudestep -C ../two task add auth --description "Of two" -q && claudestep -C ../two sync -q
$ git worktree add -q ../tree claudestep-metadata && cd ../tree && git mv projects/auth.json projects/login.json
$ sed -i 's/"project": "auth"/"project": "login"/' projects/login.json && git commit -qam "by hand" && cd ../one
$ claudestep sync -q && git ls-tree -r --name-only claudestep-metadata projects
projects/login.json
$ claudestep task list login && claudestep costs | tail -1
  TASK  ID        STATUS          DESCRIPTION
     1  8b125077  in_progress     One
     2  b010242a  pending, ready  Of two
1 AI operation for 1 pull request: $5.00, 0 tokens in, 0 out, 0s
$ git worktree remove ../tree
# A rename that the remote dropped: what was never pushed goes to the project under its name there.
$ git branch before claudestep-metadata && claudestep project rename login entry -q && claudestep sync -q
$ git -C ../remote.git update-ref refs/heads/claudestep-metadata $(git rev-parse before)
$ claudestep task add entry --description "Never pushed" -q && claudestep sync --accept-rewind -q
$ git ls-tree -r --name-only claudestep-metadata projects && claudestep costs | tail -1
projects/login.json
1 AI operation for 1 pull request: $5.00, 0 tokens in, 0 out, 0s
$ claudestep task list login && claudestep fsck --frame
  TASK  ID        STATUS          DESCRIPTION
     1  8b125077  in_progress     One
     2  b010242a  pending, ready  Of two
     3  326e8952  pending, ready  Never pushed
39f7329fbe1c:projects/auth.json: note: 'A U Thor' made 'by hand': it takes away the project 'auth', which ff3dcc653c38 wrote [frame/foreign-commit]
  hint: nothing needs to be done; 'git show' has the commit
39f7329fbe1c:projects/login.json: note: 'A U Thor' made 'by hand': it adds the project 'login' [frame/foreign-commit]
1 file checked: 2 notes
! 7 commits held to what they say of themselves
# By hand, and its old name given to another since: what was done under the name before goes with it.
$ cd .. && git init -q four && cd four && claudestep project create p -q && claudestep task add p --description "One" -q
$ claudestep pr open p --task 1 --pr 7 --branch b -q && claudestep op add p --pr 7 --ops ../one/run.json -q
$ git branch theirs claudestep-metadata && git branch archived claudestep-metadata && git worktree add -q ../tree4 claudestep-metadata
$ git -C ../tree4 mv projects/p.json projects/h.json && git -C ../tree4 commit -qm "by hand"
$ CLAUDESTEP_NOW=2026-03-01T00:00:00Z claudestep project create p -q
$ claudestep --ref theirs task add p --description "Two" -q && claudestep --ref archived project archive p -q
! warning: 'p' is archived with 1 open pull request: #7
$ claudestep merge theirs && git ls-tree -r --name-only claudestep-metadata projects && claudestep task list h
[32bb6b4] merge 'theirs' into 'claudestep-metadata'
projects/h.json
projects/p.json
  TASK  ID        STATUS          DESCRIPTION
     1  8b125077  in_progress     One
     2  94a72c07  pending, ready  Two
$ claudestep costs | tail -1 && claudestep fsck --frame | grep -c error
1 AI operation for 1 pull request: $5.00, 0 tokens in, 0 out, 0s
0
! 7 commits held to what they say of themselves
[1]
$ git branch -f copy claudestep-metadata && claudestep --ref copy merge archived && git ls-tree -r --name-only copy projects archive
[c9c49cf] merge 'archived' into 'copy'
  h: archive: kept 'projects', gave up 'archived'
projects/h.json
projects/p.json
# A name that was given to another where the other side did nothing: the check of the merge knows who is who.
$ cd .. && git init -q five && cd five && claudestep project create q -q && CLAUDESTEP_NOW=2026-03-01T00:00:00Z claudestep project create p -q
$ claudestep task add p --description "One" -q && git branch theirs claudestep-metadata && claudestep project delete q -q
$ claudestep project rename p q -q && CLAUDESTEP_NOW=2026-03-02T00:00:00Z claudestep project create p -q
$ claudestep --ref theirs project create z -q && claudestep merge theirs && claudestep task list q && claudestep fsck --frame
[b5f7a18] merge 'theirs' into 'claudestep-metadata'
  TASK  ID        STATUS          DESCRIPTION
     1  8b125077  pending, ready  One
projects/p.json:4:17: warning: created_at is "2026-03-02T00:00:00Z", but it is only 2026-01-01T00:29:00Z [time/future]
  hint: decide when it really was and write that, or look at the clock of this machine
projects/p.json:5:19: warning: last_updated is "2026-03-02T00:00:00Z", but it is only 2026-01-01T00:29:00Z [time/future]
projects/q.json:4:17: warning: created_at is "2026-03-01T00:00:00Z", but it is only 2026-01-01T00:29:00Z [time/future]
3 files checked: 3 warnings
! 8 commits held to what they say of themselves
# Made anew by a clock that was set back: it is another all the same.
$ cd .. && git init -q six && cd six && CLAUDESTEP_NOW=2026-01-01T00:00:00Z claudestep project create p -q
$ claudestep task add p --description "One" -q && git branch theirs claudestep-metadata && claudestep --ref theirs task add p --description "Two" -q
$ claudestep project delete p -q && CLAUDESTEP_NOW=2025-12-31T00:00:00Z claudestep project create p -q && claudestep task add p --description "New" -q
$ claudestep merge theirs && claudestep task list p && claudestep task list p-2
[2d04fd0] merge 'theirs' into 'claudestep-metadata'
  p: deletion: kept 'the project', gave up 'deleted'
  p-2: project: kept 'p-2', gave up 'p'
  TASK  ID        STATUS          DESCRIPTION
     1  8b125077  pending, ready  One
     2  94a72c07  pending, ready  Two
  TASK  ID        STATUS          DESCRIPTION
     1  18fdd549  pending, ready  New
# Made in one second, and with a task that both have: who has all tasks of one is that one.
$ export CLAUDESTEP_NOW=2026-01-01T00:00:00Z; cd .. && git init -q twins && cd twins && for p in a b; do claudestep project create $p -q && claudestep task add $p --description "Set up" -q && claudestep task add $p --description "Of $p" -q; done
$ git branch theirs claudestep-metadata && claudestep --ref theirs task add a --description "Later" -q && git worktree add -q ../tree7 claudestep-metadata && cd ../tree7
$ for p in a b; do git mv projects/$p.json projects/h$p.json && sed -i "s/\"project\": \"$p\"/\"project\": \"h$p\"/" projects/h$p.json; done && git commit -qam "By hand" && cd ../twins
$ claudestep merge theirs && git ls-tree -r --name-only claudestep-metadata projects && claudestep task list ha
[bd0babc] merge 'theirs' into 'claudestep-metadata'
projects/ha.json
projects/hb.json
  TASK  ID        STATUS          DESCRIPTION
     1  4da10f1f  pending, ready  Set up
     2  cb620ea4  pending, ready  Of a
     3  73b6e48a  pending, ready  Later
