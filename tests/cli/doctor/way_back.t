# Objects of the tip are lost, and a work tree has the branch checked out. The last hints of doctor, run as they are printed, lead back.
# A tree is gone: the next write brings the work tree along.
$ git init -q one && cd one && claudestep project create -q p && claudestep task add -q p --description One && git worktree add -q "../its tree" claudestep-metadata && claudestep task add -q p --description Two
$ tree=$(git rev-parse claudestep-metadata:projects) && rm -f .git/objects/$(echo $tree | cut -c1-2)/$(echo $tree | cut -c3-)
$ claudestep doctor | sed -n 's/.*hint: \(where nobody else\|git update-ref\|git -C\)/\1/p' | tee way-back && sed 1d way-back | sh
where nobody else has them, the next hint goes back to the newest tip that is whole, 1 move ago; the reflog keeps where the branch was
git update-ref refs/heads/claudestep-metadata 8762e3e3af59803ae1e0d5de5180f6cb2b0b7851
$ claudestep task add p --description Three && git -C "../its tree" status --short && claudestep doctor | tail -n 1
[df87385] p: add task 'Three'
all is well
! the work tree at '$TESTDIR/its tree' was left at e8d3650de79a, which is lost, and is brought forward
# The commit is gone: nobody can tell what the work tree shows from changes of somebody's own.
$ tip=$(git rev-parse claudestep-metadata) && rm -f .git/objects/$(echo $tip | cut -c1-2)/$(echo $tip | cut -c3-)
$ claudestep doctor | sed -n 's/.*hint: \(where nobody else\|git update-ref\|git -C\)/\1/p' | tee way-back && sed 1d way-back | sh
where nobody else has them, the next 2 hints, one after the other, go back to the newest tip that is whole, 1 move ago; the reflog keeps where the branch was, and git stash what a work tree shows of the lost tip
git update-ref refs/heads/claudestep-metadata 8762e3e3af59803ae1e0d5de5180f6cb2b0b7851
git -C '$TESTDIR/its tree' stash
Saved working directory and index state WIP on claudestep-metadata: 8762e3e p: add task 'One'
$ claudestep task add p --description Four && git -C "../its tree" status --short && claudestep doctor | tail -n 1
[d15f4eb] p: add task 'Four'
all is well
# What was lost is there to be looked at.
$ git show stash@{0}:projects/p.json | grep description
      "description": "One",
      "description": "Three",
