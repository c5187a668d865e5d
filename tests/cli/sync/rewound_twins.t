# Two clones made one project under one name, and a merge made one of them. The tip of a rewound remote has one
# of the two as it was before, under a later time: that is this project, and no other.
--- file start
#!/bin/sh
# A remote and three clones of it; $early is the tip before both made 'auth', $middle the one at which only the first had.
mkdir "$TESTDIR/$1" && cd "$TESTDIR/$1" && git init -q --bare remote.git && git init -q one && cd one
git remote add origin ../remote.git && claudestep -q project create docs && claudestep -q sync --force-first
for clone in two three; do git clone -q --no-checkout ../remote.git ../$clone && claudestep -C ../$clone -q init; done
git branch early claudestep-metadata
CLAUDESTEP_NOW=2025-12-31T23:00:20Z claudestep -q project create auth && CLAUDESTEP_NOW=2025-12-31T23:00:15Z claudestep -C ../two -q project create auth
claudestep -q task add auth --description "Of one" && claudestep -C ../two -q task add auth --description "Of two"
claudestep -q sync && claudestep -C ../three -q sync && git branch middle claudestep-metadata && claudestep -C ../two -q sync && claudestep -q sync
--- end
--- file rewind
#!/bin/sh
git push -q -f origin "$1:claudestep-metadata"
--- end
--- file look
#!/bin/sh
claudestep sync --accept-rewind -q || exit
git log -1 --format=%B claudestep-metadata | sed -n '/^Claudestep/p' && claudestep task list && claudestep fsck --frame
--- end
$ export TESTDIR && chmod +x start rewind look && ./start a && cd a/one && claudestep task list
  PROJECT  TASK  ID        STATUS          DESCRIPTION
  auth        1  b010242a  pending, ready  Of two
  auth        2  c87d7807  pending, ready  Of one
# What is renamed here has its first name there.
$ claudestep -q project rename auth login && ../../rewind middle && ../../look
Claudestep-Op: rename project=auth to=login
  PROJECT  TASK  ID        STATUS          DESCRIPTION
  login       1  c87d7807  pending, ready  Of one
2 files checked: nothing found
! 4 commits held to what they say of themselves
# The same where another has that name here by now.
$ ../../start b && cd ../../b/one && claudestep -q project rename auth login && claudestep -q project rename docs auth && ../../rewind middle && ../../look
Claudestep-Op: rename project=auth to=login
Claudestep-Op: rename project=docs to=auth
  PROJECT  TASK  ID        STATUS          DESCRIPTION
  login       1  c87d7807  pending, ready  Of one
2 files checked: nothing found
! 4 commits held to what they say of themselves
# Somebody else has put it there, as it was before the merge, with work of its own.
$ ../../start c && cd ../../c/one && claudestep -q task add auth --description "More of one" && claudestep -C ../three -q task add auth --description "Of three"
$ ../../rewind early && claudestep -C ../three -q sync --accept-rewind && ../../look
Claudestep-Op: add-task project=auth
  PROJECT  TASK  ID        STATUS          DESCRIPTION
  auth        1  c87d7807  pending, ready  Of one
  auth        2  63c0b1e0  pending, ready  Of three
  auth        3  127858be  pending, ready  More of one
2 files checked: nothing found
! 3 commits held to what they say of themselves
# What somebody made anew there, with the same task, is another.
$ ../../start d && cd ../../d/one && claudestep -q task add auth --description "More of one" && ../../rewind middle
$ claudestep -C ../three -q project delete auth && claudestep -C ../three -q project create auth && claudestep -C ../three -q task add auth --description "Of one" && claudestep -C ../three -q sync && ../../look
Claudestep-Op: rename project=auth to=auth-2
Claudestep-Op: create-project project=auth
Claudestep-Op: add-task project=auth
Claudestep-Dropped: deletion project=auth kept=the%20project dropped=deleted
Claudestep-Dropped: project project=auth-2 kept=auth-2 dropped=auth
  PROJECT  TASK  ID        STATUS          DESCRIPTION
  auth        1  b010242a  pending, ready  Of two
  auth        2  c87d7807  pending, ready  Of one
  auth        3  127858be  pending, ready  More of one
  auth-2      1  c87d7807  pending, ready  Of one
3 files checked: nothing found
! 7 commits held to what they say of themselves
# What was made earlier than the one whose name it has there by now is itself all the same.
$ ../../start e && cd ../../e/one && CLAUDESTEP_NOW=2025-12-31T22:00:00Z claudestep -q project create web && claudestep -q task add web --description "Page" && claudestep -q sync && claudestep -C ../three -q sync && ../../rewind early
$ claudestep -C ../three -q project delete docs && claudestep -C ../three -q project rename web docs && claudestep -C ../three -q task add docs --description "Of three" && claudestep -C ../three -q sync --accept-rewind && claudestep -q task add web --description "More of one" && ../../look
Claudestep-Op: rename project=docs to=web
Claudestep-Op: add-task project=web
Claudestep-Op: rename project=web to=docs
  PROJECT  TASK  ID        STATUS          DESCRIPTION
  docs        1  0a30a815  pending, ready  Page
  docs        2  127858be  pending, ready  More of one
  docs        3  63c0b1e0  pending, ready  Of three
1 file checked: nothing found
! 3 commits held to what they say of themselves
# What came back on both sides is one, under whatever names: here by an undo and renamed by hand since, there by the rewind.
--- file by_hand
#!/bin/sh
git worktree add -q ../tree claudestep-metadata && cd ../tree && git mv projects/$1.json projects/$2.json && sed -i "s/\"project\": \"$1\"/\"project\": \"$2\"/" projects/$2.json && git commit -qam "By hand" && cd ../one && git worktree remove ../tree
--- end
$ chmod +x ../../by_hand && ../../start f && cd ../../f/one && claudestep -q project delete auth && claudestep -q sync && claudestep -q undo && ../../by_hand auth login && ../../rewind claudestep-metadata~3 && ../../look
Claudestep-Op: rename project=auth to=login
Claudestep-Op: undo project=auth commit=ea4ba58b6515ac6cf08d8d944de2fe56e332601d
Claudestep-Op: by-hand project=auth
Claudestep-Op: by-hand project=login
Claudestep-Dropped: project project=login kept=login dropped=auth
  PROJECT  TASK  ID        STATUS          DESCRIPTION
  login       1  b010242a  pending, ready  Of two
  login       2  c87d7807  pending, ready  Of one
2 files checked: nothing found
! 7 commits held to what they say of themselves
# The same of what was renamed here, and there is as it was before the merge.
$ ../../start g && cd ../../g/one && claudestep -q project delete auth && claudestep -q sync && claudestep -q undo && claudestep -q project rename auth login && ../../rewind middle && ../../look
Claudestep-Op: undo project=auth commit=51376d1ac9b77f932edc08181f5d031228de9602
Claudestep-Op: rename project=auth to=login
Claudestep-Op: carry project=login from=auth
Claudestep-Dropped: project project=login kept=login dropped=auth
Claudestep-Dropped: created_at project=login kept=2025-12-31T23:00:15Z dropped=2025-12-31T23:00:20Z
  PROJECT  TASK  ID        STATUS          DESCRIPTION
  login       1  b010242a  pending, ready  Of two
  login       2  c87d7807  pending, ready  Of one
2241458065f1:projects/login.json: note: 'claudestep: put unpushed work on ffe69f5' carries on the project 'login' as a whole [frame/not-judged]
  hint: nothing needs to be done; 'git show' has the commit
2 files checked: 1 note
! 4 commits held to what they say of themselves
# What came here beside a remote that had dropped it is on the tip as well, under another name; the one that it had first
# was another's meanwhile, which held no task. It is that one here, not the other.
$ ../../start k && cd ../../k/one && claudestep -q project rename auth login && claudestep -q sync && claudestep -C ../two -q sync && claudestep -C ../three -q sync
$ git push -q -f origin early:claudestep-metadata && git clone -q --no-checkout ../remote.git ../four && claudestep -C ../four -q init
$ claudestep -C ../four -q project create auth && claudestep -C ../four -q sync && git -C ../three fetch -q && claudestep -C ../three -q task add login --description "Of three"
$ ../../rewind early && claudestep -C ../two -q project rename login entry && claudestep -C ../two -q task add entry --description "More of two" && claudestep -C ../two -q sync --accept-rewind
$ cd ../three && ../../look && git ls-tree -r --name-only claudestep-metadata projects
Claudestep-Op: rename project=entry to=auth
Claudestep-Op: create-project project=auth
Claudestep-Op: add-task project=auth
Claudestep-Op: create-project project=auth
Claudestep-Op: add-task project=auth
Claudestep-Op: rename project=auth to=login
Claudestep-Op: add-task project=login
Claudestep-Dropped: created_at project=auth kept=2025-12-31T23:00:15Z dropped=2025-12-31T23:00:20Z
Claudestep-Dropped: project project=login kept=login dropped=entry
  PROJECT  TASK  ID        STATUS          DESCRIPTION
  login       1  b010242a  pending, ready  Of two
  login       2  c87d7807  pending, ready  Of one
  login       3  63c0b1e0  pending, ready  Of three
  login       4  793d37b6  pending, ready  More of two
2 files checked: nothing found
projects/docs.json
projects/login.json
! 3 commits held to what they say of themselves
