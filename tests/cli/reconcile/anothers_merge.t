# A branch without commits of its own ends in what was merged as another pull request, in words that
# name neither: what the other's record says, or its own head, tells whose merge it was.
--- file commit
echo "$2" >>$1 && git add $1 && git commit -q -m "$3"
--- end
$ git init -q -b main repo && cd repo && git commit -q --allow-empty -m begin && claudestep project create auth -q && for n in 1 2 3; do claudestep task add auth --description "Task number $n" -q; done
$ git checkout -q -b below && sh ../commit one 1 'Work of below' && git branch above && git checkout -q main
$ for n in 1:below 2:above; do claudestep pr open auth --task ${n%:*} --pr ${n%:*} --branch ${n#*:} --created-at 2025-12-31T00:00:00Z -q; done
$ git merge -q --no-ff -m 'Take it' below && claudestep pr merge auth --pr 1 --merge-commit $(git rev-parse HEAD) -q
$ claudestep reconcile
nothing to do: the records are as 'main' has them

# No merge recorded, but the head of the other.
$ claudestep undo -q && git update-ref refs/pull/1/head below && claudestep reconcile --check
proved, and not recorded:
  PR  PROJECT  FROM  TO      RULE      COMMIT   MERGED
  #1  auth     open  merged  ancestor  1f7b9f2  2026-01-01
[1]

# Neither: one of them it was.
$ git update-ref -d refs/pull/1/head && claudestep reconcile --check
no drift: nothing is proved that is not recorded
likely, and not recorded (--likely records them):
  PR  PROJECT  FROM  TO      RULE      COMMIT   MERGED
  #1  auth     open  merged  ancestor  1f7b9f2  2026-01-01
  #2  auth     open  merged  ancestor  1f7b9f2  2026-01-01
$ claudestep pr close auth --pr 1 -q && claudestep reconcile --check
proved, and not recorded:
  PR  PROJECT  FROM  TO      RULE      COMMIT   MERGED
  #2  auth     open  merged  ancestor  1f7b9f2  2026-01-01
likely, and not recorded (--likely records them):
  PR  PROJECT  FROM    TO      RULE      COMMIT   MERGED
  #1  auth     closed  merged  ancestor  1f7b9f2  2026-01-01
[1]

# One pull request may be recorded in two projects.
$ claudestep project create web -q && claudestep task add web --description 'Of the web' -q && claudestep pr open web --task 1 --pr 2 --branch above --created-at 2025-12-31T00:00:00Z -q && claudestep reconcile
[1e93174] auth: merge #2
          web: merge #2
web is complete: every task is done
likely, and not recorded (--likely records them):
  PR  PROJECT  FROM    TO      RULE      COMMIT   MERGED
  #1  auth     closed  merged  ancestor  1f7b9f2  2026-01-01

# And merged by squash.
$ git checkout -q -b both && echo 1 >both && git add both && git commit -q -m 'For both' && git checkout -q main && for p in auth:3 web:1; do claudestep pr open ${p%:*} --task ${p#*:} --pr 3 --branch both --created-at 2025-12-31T00:00:00Z -q 2>/dev/null; done
$ git merge -q --squash both >/dev/null 2>&1 && git commit -q -m 'Both at once' && claudestep reconcile | head -n 2
[552d591] auth: merge #3
          web: merge #3

# The branch as it is came by a pull request that is not recorded: likely, while this one is open.
$ git init -q -b main ../unrecorded && cd ../unrecorded && git commit -q --allow-empty -m begin && claudestep project create auth -q && for n in 1 2; do claudestep task add auth --description "Task $n" -q; git switch -qc b$n main; echo $n >file$n; git add .; git commit -qm work; git switch -q main; claudestep pr open auth --task $n --pr $n --branch b$n -q; done
$ claudestep pr close auth --pr 2 -q && for n in 1 2; do git merge -q --no-ff -m "Merge pull request #7$n from o/b$n" b$n; done
$ claudestep reconcile --check --json | jq -c '.changes[] | [.pr_number, .rule, .weight]'
[1,"ancestor","likely"]
