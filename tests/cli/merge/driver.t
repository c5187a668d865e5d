# git itself merges project files by what they say, where the branch is checked out.
$ git init -q repo && cd repo
$ claudestep init --merge-driver
[e1487f4] make the branch 'claudestep-metadata'
! git merges project files here by claudestep merge-file
$ claudestep init --merge-driver -q
$ cat .git/info/attributes
/projects/*.json merge=claudestep
/archive/*.json merge=claudestep
$ git config merge.claudestep.driver
claudestep merge-file %O %A %B
$ claudestep project create auth -q && claudestep task add auth --description "Add login" -q
$ git branch other claudestep-metadata
$ claudestep task add auth --description "Add logout" -q
$ claudestep --ref other task add auth --description "Write docs" -q
$ git worktree add -q ../tree claudestep-metadata && git -C ../tree merge -q other -m merge
Auto-merging projects/auth.json
$ claudestep task list auth
  TASK  ID        STATUS          DESCRIPTION
     1  0e100ea6  pending, ready  Add login
     2  345b88bf  pending, ready  Write docs
     3  8d8155bb  pending, ready  Add logout
# A member that both sides changed, in a project that one of them renamed: the greater value stays,
# and what gave way is said.
$ git branch -f other claudestep-metadata
$ claudestep task edit auth 1 --description "Add a login" -q
$ claudestep project rename auth entrance -q
$ claudestep --ref other task edit auth 1 --description "Write the login" -q
$ git -C ../tree merge -q other -m merge
Auto-merging projects/entrance.json
! gave way: entrance: description of task 0e100ea6: kept 'Write the login', gave up 'Add a login'
$ claudestep task list entrance
  TASK  ID        STATUS          DESCRIPTION
     1  0e100ea6  pending, ready  Write the login
     2  345b88bf  pending, ready  Write docs
     3  8d8155bb  pending, ready  Add logout
$ claudestep fsck
1 file checked: nothing found
# What a newer claudestep wrote is not merged: ours stays, and git has a conflict.
$ git branch -f other claudestep-metadata
$ claudestep task edit entrance 1 --description "Log in" -q
$ git worktree add -q ../other other && sed -i 's/"2.0"/"9.0"/; s/Write docs/Write more docs/' ../other/projects/entrance.json
$ git -C ../other commit -qam newer
$ git -C ../tree merge other -m merge
Auto-merging projects/entrance.json
CONFLICT (content): Merge conflict in projects/entrance.json
Automatic merge failed; fix conflicts and then commit the result.
! error: cannot merge 'entrance': THEIRS was written by a newer claudestep (schema 9.0)
!   caused by: what this claudestep does not know it could lose
! hint: this claudestep writes schema 2.0: use a newer one
[1]
$ git -C ../tree status --short && grep -c '"Log in"' ../tree/projects/entrance.json
UU projects/entrance.json
1
$ git -C ../tree merge --abort && claudestep merge other
! error: cannot merge 'projects/entrance.json': it was written by a newer claudestep (schema 9.0)
!   caused by: both sides changed it, and what this claudestep does not know it could lose
! hint: this claudestep writes schema 2.0: use a newer one
[5]
# A base that cannot be read counts as none.
$ git -C ../tree show HEAD:projects/entrance.json >ours && sed 's/Write docs/Write more docs/' ours >theirs && echo broken >base
$ claudestep merge-file base ours theirs && grep -c 'Write more docs' ours
1
! gave way: entrance: description of task 345b88bf: kept 'Write more docs', gave up 'Write docs'
# What is no project is merged line by line.
$ printf '1\n2\n3\n' >base && printf 'one\n2\n3\n' >ours && printf '1\n2\nthree\n' >theirs
$ claudestep merge-file base ours theirs && cat ours
one
2
three
$ printf 'uno\n2\n3\n' >theirs && claudestep merge-file base ours theirs
[1]
$ cat ours
<<<<<<< ours
one
=======
uno
>>>>>>> theirs
2
three
$ claudestep merge-file base nowhere theirs
! error: cannot read 'nowhere'
!   caused by: No such file or directory
[2]
