# A range of commits is looked at alone, and a shallow clone knows what it does not know.
--- file commit
echo "$2" >>$1 && git add $1 && git commit -q -m "$3"
--- end
--- file merge
git merge -q --no-ff -m "Merge pull request #1$1 from acme/claude-step-auth-$1" claude-step-auth-$1
--- end
$ git init -q -b main repo && cd repo && git commit -q --allow-empty -m begin && claudestep project create auth -q
$ for n in 1 2 3 4; do claudestep task add auth --description "Task number $n" -q; claudestep pr open auth --task $n --pr 1$n --branch claude-step-auth-$n --reviewer alice -q; git checkout -q -b claude-step-auth-$n main; sh ../commit file-$n 1 "Work on $n"; done; git checkout -q main
$ sh ../merge 1 && sh ../merge 2
$ claudestep reconcile HEAD~1..HEAD
[5e93d7a] auth: merge #12
$ claudestep reconcile claude-step-auth-3~1..claude-step-auth-3
nothing to do: the records are as 'main' has them
$ claudestep reconcile --since 2026-01-02 --check
no drift: the records are as 'main' has them
$ claudestep pr merge auth --pr 13 -q && claudestep reconcile HEAD~2.. --json | jq -c '(.changes[] | [.pr_number, .applied]), .doubts'
[11,true]
[]

# A revert in the range of a merge before it.
$ git revert --no-edit -m 1 HEAD >/dev/null && claudestep reconcile HEAD~1..HEAD
nothing to do: nothing is recorded that can be changed by proof
in doubt, and left as they are:
   PR  PROJECT  RECORDED  WHY
  #12  auth     merged    it was merged by 0bd4a01, which 54c5b72 reverted
$ claudestep reconcile HEAD~1..HEAD HEAD~2..HEAD
! error: two ranges of commits are given
! hint: name one, OLD..NEW
[2]
$ claudestep reconcile nothing..HEAD
! error: 'nothing' does not name a commit
[3]
$ cd .. && git clone -q --depth 1 --no-single-branch file://$PWD/repo shallow && cd shallow && git branch -q claudestep-metadata origin/claudestep-metadata && claudestep reconcile
nothing to do: nothing is recorded that can be changed by proof
in doubt, and left as they are:
   PR  PROJECT  RECORDED  WHY
  #12  auth     merged    it was merged by 0bd4a01, which 54c5b72 reverted
not to be known in a shallow clone (git fetch --unshallow):
   PR  PROJECT  RECORDED  WHY
  #11  auth     merged    it may lie behind the end of this shallow clone
  #13  auth     merged    it may lie behind the end of this shallow clone
  #14  auth     open      its merge may lie behind the end of this shallow clone

# Without any branch but main only what its commits say can be evidence.
$ cd ../repo && git branch -q -D $(git branch --format='%(refname:short)' --list 'claude-step-*') && git commit -q --allow-empty -m 'Says nothing' && claudestep reconcile HEAD~1..HEAD
nothing to do: the records are as 'main' has them
$ git commit -q --allow-empty -m 'Squashed elsewhere (#14)' && claudestep reconcile HEAD~1..HEAD
nothing to do: nothing is proved that is not recorded
likely, and not recorded (--likely records them):
   PR  PROJECT  FROM  TO      RULE            COMMIT   MERGED
  #14  auth     open  merged  squash-message  7f4fe43  2026-01-01
