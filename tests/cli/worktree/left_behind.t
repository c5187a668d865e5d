# A work tree that fell behind, as its folder was away, comes along with the next write, whatever somebody staged there that is in nobody's way.
$ git init -q repo && cd repo && claudestep project create auth -q && git worktree add -q ../tree claudestep-metadata
$ mv ../tree ../away && claudestep task add auth --description "Add login" -q && mv ../away ../tree
! warning: a work tree that has the branch checked out is not at '$TESTDIR/tree' any more and was not brought along: claudestep doctor says what to do
$ echo mine >../tree/NOTE && git -C ../tree add NOTE && echo mine >../tree/LATER && git -C ../tree add -N LATER
$ claudestep doctor | grep -A3 worktree
warning  worktree    the work tree '$TESTDIR/tree' still shows 31eef3457301, where the branch was before: it was not brought along when that moved
                     hint: the next write brings it along; commit nothing there before
0 problems, 1 warning
$ claudestep task add auth --description "Add logout" && git -C ../tree status --short
[15b9a14] auth: add task 'Add logout'
 A LATER
A  NOTE
! the work tree at '$TESTDIR/tree' was left at 31eef3457301 and is brought forward
# Edited there, in a file that has changed since: the way out takes nothing back.
$ mv ../tree ../away && claudestep task add auth --description "Add roles" -q && mv ../away ../tree
! warning: a work tree that has the branch checked out is not at '$TESTDIR/tree' any more and was not brought along: claudestep doctor says what to do
$ sed -i 's/Add login/Add login by hand/' ../tree/projects/auth.json
$ claudestep doctor | grep -A3 worktree
warning  worktree    the work tree '$TESTDIR/tree' still shows 15b9a141ae82, where the branch was before: it was not brought along when that moved, and no write can do that: it has changes in the way: 'projects/auth.json'
                     hint: the work tree still shows 15b9a141ae82, where the branch was before: commit and stash nothing there, which would take back what was written since
                     hint: there, git diff 15b9a141ae82 -- PATH >FILE keeps your changes, and git checkout 15b9a141ae82 -- PATH undoes them; what git does not know there is moved away; then the next write brings the work tree forward, and git apply --3way FILE puts them back
0 problems, 1 warning
$ claudestep task add auth --description "Add tests" 2>err; export code=$?; cat err; (exit $code)
error: the work tree at '$TESTDIR/tree' has changes in the way
  caused by: 'projects/auth.json'
hint: the work tree still shows 15b9a141ae82, where the branch was before: commit and stash nothing there, which would take back what was written since
hint: there, git diff 15b9a141ae82 -- PATH >FILE keeps your changes, and git checkout 15b9a141ae82 -- PATH undoes them; what git does not know there is moved away; then the next write brings the work tree forward, and git apply --3way FILE puts them back
[4]
$ export tip=$(sed -n 's/.*git diff \([0-9a-f]*\) .*/\1/p' err)
$ git -C ../tree diff $tip -- projects/auth.json >mine.patch && git -C ../tree checkout -q $tip -- projects/auth.json
$ claudestep task add auth --description "Add tests"
[fd07164] auth: add task 'Add tests'
! the work tree at '$TESTDIR/tree' was left at 15b9a141ae82 and is brought forward
$ git -C ../tree apply --3way ../repo/mine.patch && git -C ../tree diff HEAD | grep '^[-+] '
-      "description": "Add login",
+      "description": "Add login by hand",
! Applied patch to 'projects/auth.json' cleanly.
# The same where it is staged, beside another project that has changed since.
$ git -C ../tree checkout -q HEAD -- projects && mv ../tree ../away && claudestep project create billing -q && claudestep task add auth --description "Add docs" -q && mv ../away ../tree
! warning: a work tree that has the branch checked out is not at '$TESTDIR/tree' any more and was not brought along: claudestep doctor says what to do
! warning: a work tree that has the branch checked out is not at '$TESTDIR/tree' any more and was not brought along: claudestep doctor says what to do
$ sed -i 's/Add login/Add login by hand/' ../tree/projects/auth.json && git -C ../tree add projects
$ claudestep doctor | grep -A3 worktree
warning  worktree    the work tree '$TESTDIR/tree' still shows fd0716430245, where the branch was before: it was not brought along when that moved, and no write can do that: it has changes in the way: 'projects/auth.json'
                     hint: the work tree still shows fd0716430245, where the branch was before: commit and stash nothing there, which would take back what was written since
                     hint: there, git diff fd0716430245 -- PATH >FILE keeps your changes, and git checkout fd0716430245 -- PATH undoes them; what git does not know there is moved away; then the next write brings the work tree forward, and git apply --3way FILE puts them back
0 problems, 1 warning
$ claudestep task add auth --description "Add more"
! error: the work tree at '$TESTDIR/tree' has changes in the way
!   caused by: 'projects/auth.json'
! hint: the work tree still shows fd0716430245, where the branch was before: commit and stash nothing there, which would take back what was written since
! hint: there, git diff fd0716430245 -- PATH >FILE keeps your changes, and git checkout fd0716430245 -- PATH undoes them; what git does not know there is moved away; then the next write brings the work tree forward, and git apply --3way FILE puts them back
[4]
