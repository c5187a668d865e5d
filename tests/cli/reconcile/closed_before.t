# A closed pull request whose work comes to the base later, under nobody's name, need not be merged:
# another may have brought it, whose branch is gone. What came while it was open was its merge.
--- file commit
echo "$2" >>$1 && git add $1 && git commit -q -m "$3"
--- end
$ git init -q -b main repo && cd repo && git commit -q --allow-empty -m begin && claudestep project create auth -q && for n in 1 2 3; do claudestep task add auth --description "Task number $n" -q; done
$ for n in 1 2 3; do git checkout -q -b claude-step-auth-$n main && sh ../commit file$n 1 "Work $n"; claudestep pr open auth --task $n --pr $n --branch claude-step-auth-$n --created-at 2025-12-31T00:00:00Z -q; done; git checkout -q main && sh ../commit other 1 'Work of others'
$ claudestep pr close auth --pr 1 --at-time 2025-12-31T12:00:00Z -q; claudestep pr close auth --pr 2 --at-time 2026-01-03T00:00:00Z -q; claudestep pr close auth --pr 3 --at-time 2026-01-03T00:00:00Z -q
$ git cherry-pick claude-step-auth-1 claude-step-auth-2 >/dev/null && git checkout -q claude-step-auth-3 && git rebase -q main && git checkout -q main && git merge -q --ff-only claude-step-auth-3 && sh ../commit other 2 'More of others'
$ git update-ref refs/pull/3/head claude-step-auth-3 && claudestep reconcile
[f0874bd] auth: merge #2
likely, and not recorded (--likely records them):
  PR  PROJECT  FROM    TO      RULE      COMMIT   MERGED
  #1  auth     closed  merged  patch     92055b4  2026-01-01
  #3  auth     closed  merged  ancestor  cce56d6  2026-01-01
