# Which branch is the base: the one asked for, the project's own, the remote's default.
--- file commit
echo "$2" >>$1 && git add $1 && git commit -q -m "$3"
--- end
$ git init -q -b trunk origin && cd origin && mkdir -p claude-step/slow && printf 'reviewers:\n  - username: ana\nbaseBranch: develop\n' >claude-step/slow/configuration.yml && sh ../commit a 1 begin && git add . && git commit -q -m configure && git branch develop
$ cd .. && git clone -q origin repo && cd repo && for p in fast slow; do claudestep project create $p -q; claudestep task add $p --description "Work on $p" -q; claudestep pr open $p --task 1 --pr 1 --branch claude-step-$p-1 --reviewer ana -q; done

# Each merged into develop, on the remote: only for one of them is that its base.
$ cd ../origin && git checkout -q develop && for p in fast slow; do git checkout -q -b claude-step-$p-1 develop && sh ../commit $p 1 work && git checkout -q develop && git merge -q --no-ff -m "Merge pull request #1 from acme/claude-step-$p-1" claude-step-$p-1; done
$ cd ../repo && git fetch -q && claudestep reconcile --json | jq -c '.base, .changes[]'
"develop"
{"project":"slow","pr_number":1,"from":"open","to":"merged","rule":"merge-commit","weight":"proved","commit":"2f2e37c7048b73754bc85284e51fd7cb041f8581","merged_at":"2026-01-01T00:02:00Z","base":"develop","applied":true}
$ claudestep reconcile fast
nothing to do: the records are as 'trunk' has them
$ claudestep reconcile fast --base develop --dry-run --json | jq -c '.base, .changes[]'
"develop"
{"project":"fast","pr_number":1,"from":"open","to":"merged","rule":"merge-commit","weight":"proved","commit":"f0c38e10e8e640074eb288f24fe2228f389bf277","merged_at":"2026-01-01T00:02:00Z","base":"develop","applied":false}
$ claudestep reconcile fast --base origin/develop --dry-run --json | jq -c '.base, .changes[]'
"origin/develop"
{"project":"fast","pr_number":1,"from":"open","to":"merged","rule":"merge-commit","weight":"proved","commit":"f0c38e10e8e640074eb288f24fe2228f389bf277","merged_at":"2026-01-01T00:02:00Z","base":"origin/develop","applied":false}

# What is not there.
$ claudestep reconcile --base release
! error: there is no base branch 'release'
!   caused by: neither here nor on a remote as it was last fetched
[3]
$ claudestep reconcile slwo
! error: no project 'slwo'
! hint: did you mean 'slow'?
[3]
$ git -C ../origin branch -qm develop release && git fetch -q --prune && claudestep reconcile
nothing to do: nothing is proved that is not recorded, as far as is known
! warning: projects/slow.json is left out: its configuration names a base branch: there is no base branch 'develop': neither here nor on a remote as it was last fetched
$ cd .. && git init -q -b other bare && cd bare && claudestep project create a -q && claudestep reconcile
! error: cannot tell which branch pull requests are merged into
!   caused by: there is no branch 'main' or 'master', and no remote names another
! hint: name it with --base BRANCH
[3]
$ cd .. && git init -q empty && cd empty && claudestep reconcile
nothing to do: there are no records
! there is no metadata branch 'refs/heads/claudestep-metadata' yet
! hint: claudestep init
