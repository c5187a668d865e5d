# A commit whose date is out of range, and one without a committer: git reads both, and so does every
# command, whichever way the commit is named.
$ git init -q --bare repo.git && cd repo.git && claudestep project create -q auth && git update-ref refs/heads/start claudestep-metadata
$ claudestep task add -q auth --description theirs && export tree=$(git rev-parse claudestep-metadata^{tree}) && claudestep --ref start task add -q auth --description ours
--- file odd.sh
# A commit with the tree $tree, and the committer line of standard input.
(printf 'tree %s\nparent %s\nauthor a <a> 1700000000 +0000\n' $tree $(git rev-parse claudestep-metadata~1); cat; printf '\nodd\n') |
  git hash-object -t commit -w --stdin --literally
--- end
$ export far=$(echo 'committer a <a> 99999999999999999999 +0000' | sh ../odd.sh) none=$(sh ../odd.sh </dev/null)
$ git update-ref refs/heads/far $far && git update-ref refs/heads/claudestep-metadata start
$ claudestep --at $far task list auth
  TASK  ID        STATUS          DESCRIPTION
     1  4c55a855  pending, ready  theirs
$ claudestep --at far~1 list
  PROJECT  STATE  DONE  CREATED     UPDATED     COMPLETED
  auth     empty   0/0  2026-01-01  2026-01-01  -
$ claudestep --at $(echo $none | cut -c1-10) task list auth
  TASK  ID        STATUS          DESCRIPTION
     1  4c55a855  pending, ready  theirs
$ claudestep merge far && claudestep task list auth
[994b167] merge 'far' into 'claudestep-metadata'
  TASK  ID        STATUS          DESCRIPTION
     1  4c55a855  pending, ready  theirs
     2  ae0bec9e  pending, ready  ours
$ claudestep merge $none
[403f8ef] merge '5fbbd801686c66cb2e0a88580ff9d5f6a05f88b1' into 'claudestep-metadata'
$ claudestep fsck
refs/heads/claudestep-metadata: warning: the commit d9a5f165f5ea67db8992f9765e352d6e2ee3ddb6: the committer has a date out of range [object/commit-header]
  hint: where a remote refuses it, begin a branch anew from the files; a commit that others have is not rewritten
refs/heads/claudestep-metadata: warning: the commit 5fbbd801686c66cb2e0a88580ff9d5f6a05f88b1: no committer [object/commit-header]
1 file checked: 2 warnings
