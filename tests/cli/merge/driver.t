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
# What is no project is merged line by line.
$ printf '1\n2\n3\n' >base && printf 'one\n2\n3\n' >ours && printf '1\n2\nthree\n' >theirs
$ claudestep merge-file base ours theirs && cat ours
one
2
three
$ printf 'uno\n2\n3\n' >theirs && claudestep merge-file base ours theirs
[1]
$ grep -c '<<<<<<<' ours
1
$ claudestep merge-file base nowhere theirs
! error: cannot read 'nowhere'
!   caused by: No such file or directory
[2]
