# What lies on another remote is not ours: neither its base, nor its pull requests, nor its branches.
--- file commit
echo "$2" >>$1 && git add $1 && git commit -q -m "$3"
--- end
$ git init -q -b main origin && cd origin && git commit -q --allow-empty -m begin && cd .. && git clone -q origin colleague && git clone -q origin repo && cd repo && git remote add colleague ../colleague && claudestep project create auth -q
$ for n in 1 2 3; do claudestep task add auth --description "Task number $n" -q; claudestep pr open auth --task $n --pr $n --branch claude-step-auth-$n --reviewer ana -q; done
$ git checkout -q -b claude-step-auth-1 && sh ../commit one 1 'Work on 1' && git checkout -q main && git push -q origin claude-step-auth-1

# The colleague's main has #1, of ours; a #2 and a branch for 3 are the colleague's own, merged by us.
$ cd ../colleague && git fetch -q && git merge -q --no-ff -m 'Merge pull request #1 from acme/claude-step-auth-1' origin/claude-step-auth-1 && git push -q ../repo main:refs/remotes/colleague/main && git reset -q --hard origin/main
$ for n in 2 3; do git checkout -q -b claude-step-auth-$n main && sh ../commit $n 1 "Theirs"; done && git push -q ../repo claude-step-auth-2:refs/remotes/colleague/pr/2 claude-step-auth-3:refs/remotes/colleague/claude-step-auth-3
$ cd ../repo && for theirs in pr/2 claude-step-auth-3; do git merge -q --no-ff -m "Take in what the colleague has" colleague/$theirs; done
$ claudestep reconcile
nothing to do: the records are as 'main' has them
$ claudestep reconcile --adopt
nothing to do: the records are as 'main' has them
$ claudestep reconcile --base colleague/main --dry-run --json | jq -c '.changes[] | [.pr_number, .rule, .weight]'
[1,"merge-commit","proved"]

# Of the remote that the metadata goes with, all of that is evidence.
$ git config branch.claudestep-metadata.remote colleague && claudestep reconcile --check
proved, and not recorded:
  PR  PROJECT  FROM  TO      RULE          COMMIT   MERGED
  #1  auth     open  merged  merge-commit  bceb05e  2026-01-01
  #2  auth     open  merged  ancestor      b81f65a  2026-01-01
  #3  auth     open  merged  ancestor      0334544  2026-01-01
[1]
