# Both sides changed a project that a newer claudestep wrote, so they cannot be merged here: until
# somebody with a newer one did it, reads show this side alone and say so, and nothing is written.
$ git init -q --bare remote.git && git init -q --bare one && cd one && git remote add origin ../remote.git
$ claudestep project create -q auth && claudestep project create -q pay && claudestep sync -q --force-first
--- file newer.sh
# A commit on $1 with auth.json as a newer claudestep may have written it.
auth=$(git show $1:projects/auth.json | sed 's/"schema_version": *"[^"]*"/"schema_version": "3.0", "x": '$2'/' | git hash-object -w --stdin)
projects=$(git ls-tree $1:projects | sed "/auth.json/s/blob [0-9a-f]*/blob $auth/" | git mktree)
git commit-tree -p $1 -m newer $(printf '040000 tree %s\tprojects\n' $projects | git mktree)
--- end
$ git branch other claudestep-metadata && claudestep --ref other project create -q theirs && claudestep task add -q pay --description ours
$ git update-ref refs/heads/claudestep-metadata $(sh ../newer.sh claudestep-metadata 2)
$ git push -q origin $(sh ../newer.sh other 1):claudestep-metadata && git fetch -q
$ claudestep list ; claudestep task list pay --json >/dev/null
  PROJECT  STATE        DONE  CREATED     UPDATED     COMPLETED
  auth     empty         0/0  2026-01-01  2026-01-01  -
  pay      not_started   0/1  2026-01-01  2026-01-01  -
! warning: 'claudestep-metadata' and 'refs/remotes/origin/claudestep-metadata' have gone apart; this shows the local branch alone: cannot merge 'projects/auth.json': it was written by a newer claudestep (schema 3.0)
! hint: git log --oneline --left-right refs/heads/claudestep-metadata...refs/remotes/origin/claudestep-metadata
! warning: 'claudestep-metadata' and 'refs/remotes/origin/claudestep-metadata' have gone apart; this shows the local branch alone: cannot merge 'projects/auth.json': it was written by a newer claudestep (schema 3.0)
! hint: git log --oneline --left-right refs/heads/claudestep-metadata...refs/remotes/origin/claudestep-metadata
$ claudestep list --local
  PROJECT  STATE        DONE  CREATED     UPDATED     COMPLETED
  auth     empty         0/0  2026-01-01  2026-01-01  -
  pay      not_started   0/1  2026-01-01  2026-01-01  -
# Whatever project is written to, and however.
$ claudestep task add pay --description more
! error: 'refs/heads/claudestep-metadata' and 'refs/remotes/origin/claudestep-metadata' have gone apart and cannot be merged
!   caused by: cannot merge 'projects/auth.json': it was written by a newer claudestep (schema 3.0)
!   caused by: both sides changed it, and what this claudestep does not know it could lose
! hint: this claudestep writes schema 2.0: use a newer one
! hint: git log --oneline --left-right refs/heads/claudestep-metadata...refs/remotes/origin/claudestep-metadata
[5]
$ claudestep project create new --dry-run
! error: 'refs/heads/claudestep-metadata' and 'refs/remotes/origin/claudestep-metadata' have gone apart and cannot be merged
!   caused by: cannot merge 'projects/auth.json': it was written by a newer claudestep (schema 3.0)
!   caused by: both sides changed it, and what this claudestep does not know it could lose
! hint: this claudestep writes schema 2.0: use a newer one
! hint: git log --oneline --left-right refs/heads/claudestep-metadata...refs/remotes/origin/claudestep-metadata
[5]
$ claudestep sync
! error: cannot merge 'projects/auth.json': it was written by a newer claudestep (schema 3.0)
!   caused by: both sides changed it, and what this claudestep does not know it could lose
! hint: this claudestep writes schema 2.0: use a newer one
[5]
$ claudestep merge origin/claudestep-metadata
! error: cannot merge 'projects/auth.json': it was written by a newer claudestep (schema 3.0)
!   caused by: both sides changed it, and what this claudestep does not know it could lose
! hint: this claudestep writes schema 2.0: use a newer one
[5]
$ claudestep doctor | grep -A2 problem
problem  branch      'claudestep-metadata' and 'refs/remotes/origin/claudestep-metadata' have gone apart and cannot be merged: reads show the local side alone, and writes are refused: cannot merge 'projects/auth.json': it was written by a newer claudestep (schema 3.0)
                     hint: the next hint shows what each side has
                     hint: git -C $TESTDIR/one log --oneline --left-right refs/heads/claudestep-metadata...refs/remotes/origin/claudestep-metadata
--
problem  files       'projects/auth.json' was written by a newer claudestep: it can be read, and every write to it is refused
                     hint: this claudestep writes schema 2.0: use a newer one
ok       objects     30 loose objects
--
2 problems, 0 warnings
