# The commit of a recorded merge is gone, for history was written anew; the merge itself is there.
--- file commit
echo "$2" >>$1 && git add $1 && git commit -q -m "$3"
--- end
$ git init -q -b main repo && cd repo && git commit -q --allow-empty -m begin && claudestep project create auth -q && for n in 1 2 3; do claudestep task add auth --description "Task number $n" -q; done
$ git checkout -q -b b && sh ../commit one 1 'Work' && git checkout -q main && claudestep pr open auth --task 1 --pr 1 --branch b --created-at 2025-12-31T00:00:00Z -q && git merge -q --no-ff -m 'Merge pull request #1 from acme/b' b
$ claudestep reconcile
[55b78b2] auth: merge #1
$ git commit -q --amend -m 'Merge pull request #1 from acme/b' -m 'With a body now'
$ claudestep reconcile
nothing to do: nothing is recorded that can be changed by proof
in doubt, and left as they are:
  PR  PROJECT  RECORDED  WHY
  #1  auth     merged    it was merged by 5827056, not by cafafac as recorded
$ claudestep reconcile --settle-doubts
[2b48a63] auth: merge #1
$ claudestep reconcile --check
no drift: the records are as 'main' has them
