# Unpushed work goes on a tip where its projects have other names, lie on the other shelf, or are not the same:
# the commit says so in renames and moves, and fsck has no objection.
--- file start
#!/bin/sh
# A remote and two clones of it; the first pushed two commits since, which the remote has lost.
mkdir "$TESTDIR/$1" && cd "$TESTDIR/$1" && git init -q --bare remote.git && git init -q one && cd one
git remote add origin ../remote.git && claudestep -q project create auth && claudestep -q task add auth --description "Add login"
claudestep -q sync --force-first && git clone -q --no-checkout ../remote.git ../two && claudestep -C ../two -q init
claudestep -q project create docs && claudestep -q task add docs --description "Write" && claudestep -q sync
git -C ../remote.git update-ref refs/heads/claudestep-metadata "$(git rev-parse claudestep-metadata~2)"
--- end
--- file look
#!/bin/sh
claudestep -C ../two -q sync && claudestep sync --accept-rewind -q || exit
git log -1 --format=%B claudestep-metadata | sed -n '/-Op/p' && claudestep list && claudestep fsck --frame
--- end
$ export TESTDIR && chmod +x start look && ./start a && cd a/one
# Somebody renamed what has work here.
$ claudestep -q task add auth --description "Add logout" && claudestep -C ../two -q project rename auth login && ../../look
Claudestep-Op: rename project=login to=auth
Claudestep-Op: add-task project=auth
Claudestep-Op: rename project=auth to=login
  PROJECT  STATE        DONE  CREATED     UPDATED     COMPLETED
  login    not_started   0/2  2026-01-01  2026-01-01  -
1 file checked: nothing found
! 4 commits held to what they say of themselves
# Somebody put away what is renamed here.
$ ../../start b && cd ../../b/one && claudestep -q project rename auth login && claudestep -C ../two -q project archive auth && ../../look
Claudestep-Op: rename project=auth to=login
Claudestep-Op: unarchive project=login
  PROJECT  STATE        DONE  CREATED     UPDATED     COMPLETED
  login    not_started   0/1  2026-01-01  2026-01-01  -
1 file checked: nothing found
! 4 commits held to what they say of themselves
# Somebody made another one of its name.
$ ../../start c && cd ../../c/one && claudestep -q task add docs --description "Print"
$ claudestep -C ../two -q project create docs && claudestep -C ../two -q task add docs --description "Sell" && ../../look
Claudestep-Op: rename project=docs to=docs-2
Claudestep-Op: create-project project=docs
Claudestep-Op: add-task project=docs
  PROJECT  STATE        DONE  CREATED     UPDATED     COMPLETED
  auth     not_started   0/1  2026-01-01  2026-01-01  -
  docs     not_started   0/2  2026-01-01  2026-01-01  -
  docs-2   not_started   0/1  2026-01-01  2026-01-01  -
3 files checked: nothing found
! 5 commits held to what they say of themselves
# Somebody made the same one, which is renamed here.
$ ../../start d && cd ../../d/one && claudestep -q project create more && claudestep -q project rename more rest && claudestep -C ../two -q project create more && ../../look
Claudestep-Op: create-project project=more
Claudestep-Op: rename project=more to=rest
  PROJECT  STATE        DONE  CREATED     UPDATED     COMPLETED
  auth     not_started   0/1  2026-01-01  2026-01-01  -
  rest     empty         0/0  2026-01-01  2026-01-01  -
2 files checked: nothing found
! 4 commits held to what they say of themselves
# Somebody renamed what is deleted here.
$ ../../start e && cd ../../e/one && claudestep -q project delete auth && claudestep -q project create other && claudestep -C ../two -q project rename auth login && ../../look
Claudestep-Op: delete project=auth
Claudestep-Op: create-project project=other
  PROJECT  STATE        DONE  CREATED     UPDATED     COMPLETED
  login    not_started   0/1  2026-01-01  2026-01-01  -
  other    empty         0/0  2026-01-01  2026-01-01  -
2 files checked: nothing found
! 4 commits held to what they say of themselves
# Somebody gave another name to what had one here that the remote dropped: neither remembers the other's.
--- file again
#!/bin/sh
# What the first clone did is on the remote again, which then loses one commit more.
git push -q -f origin claudestep-metadata && claudestep -q project create more && claudestep -q sync
git -C ../remote.git update-ref refs/heads/claudestep-metadata "$(git rev-parse "claudestep-metadata~$1")" && claudestep -C ../two -q sync
--- end
$ chmod +x ../../again && ../../start f && cd ../../f/one && claudestep -q project rename auth login && ../../again 4
$ claudestep -q task add login --description "Add logout" && claudestep -C ../two -q project rename auth entry && ../../look
Claudestep-Op: rename project=entry to=login
Claudestep-Op: add-task project=login
Claudestep-Op: rename project=login to=entry
  PROJECT  STATE        DONE  CREATED     UPDATED     COMPLETED
  entry    not_started   0/2  2026-01-01  2026-01-01  -
1 file checked: nothing found
! 4 commits held to what they say of themselves
# Somebody put away what was renamed by hand, which is undone here.
$ ../../start g && cd ../../g/one && git worktree add -q ../tree claudestep-metadata && cd ../tree && git mv projects/auth.json projects/login.json && sed -i 's/"project": "auth"/"project": "login"/' projects/login.json && git commit -qam "By hand" && cd ../one && git worktree remove ../tree && ../../again 1
$ claudestep -q undo claudestep-metadata~1 && claudestep -C ../two -q project archive login && ../../look
Claudestep-Op: rename project=login to=auth
Claudestep-Op: undo project=auth commit=5533f3bcdab51ef6f68fb50b5553ed2360e41137
Claudestep-Op: undo project=login commit=5533f3bcdab51ef6f68fb50b5553ed2360e41137
Claudestep-Op: unarchive project=auth
  PROJECT  STATE        DONE  CREATED     UPDATED     COMPLETED
  auth     not_started   0/1  2026-01-01  2026-01-01  -
  docs     not_started   0/1  2026-01-01  2026-01-01  -
5533f3bcdab5:projects/auth.json: note: 'A U Thor' made 'By hand': it takes away the project 'auth', which 149b28ae8896 wrote [frame/foreign-commit]
  hint: nothing needs to be done; 'git show' has the commit
5533f3bcdab5:projects/login.json: note: 'A U Thor' made 'By hand': it adds the project 'login' [frame/foreign-commit]
2 files checked: 2 notes
! 6 commits held to what they say of themselves
# Somebody exchanged the names of what has work here.
$ ../../start h && cd ../../h/one && ../../again 1 && claudestep -q task add auth --description "Add logout" && claudestep -q task add docs --description "Print"
$ cd ../two && claudestep -q project rename auth other && claudestep -q project rename docs auth && claudestep -q project rename other docs && cd ../one && ../../look
Claudestep-Op: rename project=auth to=auth-2
Claudestep-Op: rename project=docs to=auth
Claudestep-Op: rename project=auth-2 to=docs
Claudestep-Op: add-task project=auth
Claudestep-Op: add-task project=docs
Claudestep-Op: rename project=docs to=docs-2
Claudestep-Op: rename project=auth to=docs
Claudestep-Op: rename project=docs-2 to=auth
  PROJECT  STATE        DONE  CREATED     UPDATED     COMPLETED
  auth     not_started   0/2  2026-01-01  2026-01-01  -
  docs     not_started   0/2  2026-01-01  2026-01-01  -
2 files checked: nothing found
! 8 commits held to what they say of themselves
# The same of names as long as they may be; what one goes by meanwhile nobody has, nor had it here.
$ export a=$(printf %0100d 1) b=$(printf %0100d 2) spare=$(printf %098d 0)-2; ../../start i && cd ../../i/one && claudestep -q project rename auth $a && claudestep -q project rename docs $b && ../../again 1
$ claudestep -q task add $a --description "Add logout" && claudestep -q task add $b --description "Print" && claudestep -q project create $spare && claudestep -q project delete $spare
$ cd ../two && claudestep -q project rename $a other && claudestep -q project rename $b $a && claudestep -q project rename other $b && cd ../one && ../../look 2>&1 | sed 's/00000*/0../g'
Claudestep-Op: rename project=0..1 to=0..-3
Claudestep-Op: rename project=0..2 to=0..1
Claudestep-Op: rename project=0..-3 to=0..2
Claudestep-Op: add-task project=0..1
Claudestep-Op: add-task project=0..2
Claudestep-Op: create-project project=0..-2
Claudestep-Op: delete project=0..-2
Claudestep-Op: rename project=0..2 to=0..-4
Claudestep-Op: rename project=0..1 to=0..2
Claudestep-Op: rename project=0..-4 to=0..1
  PROJECT                   STATE        DONE  CREATED     UPDATED     COMPLETED
  0.....  not_started   0/2  2026-01-01  2026-01-01  -
  0.....  not_started   0/2  2026-01-01  2026-01-01  -
2 files checked: nothing found
10 commits held to what they say of themselves
# Somebody renamed what has work here, and made another of its name in the same second.
$ export CLAUDESTEP_NOW=2026-01-01T00:00:00Z; ../../start j && cd ../../j/one && claudestep -q task edit auth 1 --description "Add logins"
$ export CLAUDESTEP_NOW=2026-01-01T00:00:00Z; claudestep -C ../two -q project rename auth login && claudestep -C ../two -q project create auth && ../../look
Claudestep-Op: rename project=login to=auth
Claudestep-Op: edit-task project=auth task=1
Claudestep-Op: rename project=auth to=login
  PROJECT  STATE        DONE  CREATED     UPDATED     COMPLETED
  auth     empty         0/0  2026-01-01  2026-01-01  -
  login    not_started   0/1  2026-01-01  2026-01-01  -
2 files checked: nothing found
! 5 commits held to what they say of themselves
# Both gave a name away, made the same project under it, and there that has yet another: two want one name.
$ export CLAUDESTEP_NOW=2026-01-01T00:00:00Z; ../../start k && cd ../../k/one && claudestep -q project rename auth zeta && claudestep -q project create auth && claudestep -q task add auth --description "Sign in" && claudestep -q task add auth --description "Sign out"
$ export CLAUDESTEP_NOW=2026-01-01T00:00:00Z; cd ../two && claudestep -q project rename auth entry && claudestep -q project create auth && claudestep -q task add auth --description "Sign in" && claudestep -q project rename auth other && cd ../one && ../../look
Claudestep-Op: rename project=other to=auth-2
Claudestep-Op: rename project=entry to=auth
Claudestep-Op: rename project=auth to=zeta
Claudestep-Op: rename project=auth-2 to=auth
Claudestep-Op: create-project project=auth
Claudestep-Op: add-task project=auth
Claudestep-Op: add-task project=auth
Claudestep-Op: rename project=auth to=other
  PROJECT  STATE        DONE  CREATED     UPDATED     COMPLETED
  other    not_started   0/2  2026-01-01  2026-01-01  -
  zeta     not_started   0/1  2026-01-01  2026-01-01  -
2 files checked: nothing found
! 7 commits held to what they say of themselves
# What the new tip has under a name that is another project's here is the one that has its task.
$ export CLAUDESTEP_NOW=2026-01-01T00:00:00Z; ../../start l && cd ../../l/one && claudestep -q project create empty && claudestep -q project rename auth tmp && claudestep -q project rename empty auth && claudestep -q project rename tmp empty && claudestep -q task add empty --description Register && ../../again 6
$ export CLAUDESTEP_NOW=2026-01-01T00:00:00Z; claudestep -q task add empty --description "Add logout" && ../../look
Claudestep-Op: rename project=auth to=empty
Claudestep-Op: add-task project=empty
Claudestep-Op: rename project=empty to=auth
  PROJECT  STATE        DONE  CREATED     UPDATED     COMPLETED
  auth     not_started   0/2  2026-01-01  2026-01-01  -
  docs     not_started   0/1  2026-01-01  2026-01-01  -
2 files checked: nothing found
! 5 commits held to what they say of themselves
# What is made here under a name that was given away is to the byte what has that name there.
$ export CLAUDESTEP_NOW=2026-01-01T00:00:00Z; ../../start m && cd ../../m/one && claudestep -q project create blank && claudestep -q task add blank --description Register && ../../again 2
$ export CLAUDESTEP_NOW=2026-01-01T00:00:00Z; claudestep -q task add blank --description "Add logout" && claudestep -q project rename blank full && claudestep -q project create blank && ../../look
Claudestep-Op: add-task project=blank
Claudestep-Op: rename project=blank to=full
Claudestep-Op: create-project project=blank
  PROJECT  STATE        DONE  CREATED     UPDATED     COMPLETED
  auth     not_started   0/1  2026-01-01  2026-01-01  -
  blank    empty         0/0  2026-01-01  2026-01-01  -
  docs     not_started   0/1  2026-01-01  2026-01-01  -
  full     not_started   0/1  2026-01-01  2026-01-01  -
4 files checked: nothing found
! 6 commits held to what they say of themselves
# Both gave a name away and made another under it, and only that has more here.
$ export CLAUDESTEP_NOW=2026-01-01T00:00:00Z; ../../start n && cd ../../n/one && claudestep -q project rename auth login && claudestep -q project create auth && claudestep -q task add auth --description "Sign in"
$ export CLAUDESTEP_NOW=2026-01-01T00:00:00Z; cd ../two && claudestep -q project rename auth login && claudestep -q project create auth && claudestep -q task add login --description "Add logout" && cd ../one && ../../look
Claudestep-Op: rename project=auth to=auth-2
Claudestep-Op: rename project=auth to=login
Claudestep-Op: rename project=auth-2 to=auth
Claudestep-Op: create-project project=auth
Claudestep-Op: add-task project=auth
  PROJECT  STATE        DONE  CREATED     UPDATED     COMPLETED
  auth     not_started   0/1  2026-01-01  2026-01-01  -
  login    not_started   0/2  2026-01-01  2026-01-01  -
2 files checked: nothing found
! 6 commits held to what they say of themselves
