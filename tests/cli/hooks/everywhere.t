# A real merge in a real clone, wherever git runs hooks: the metadata follows within the hook.
--- file forge
#!/bin/sh
# forge N [FILE]: on the remote, a pull request that is opened, and merged as a forge does it.
set -e
cd "$TESTDIR/forge-clone" && git fetch -q && git checkout -q --detach origin/main
echo "$1" >"${2:-file$1}" && git add . && git commit -q -m "Work $1" && git push -q origin "HEAD:refs/pull/$1/head"
git checkout -q --detach origin/main
git merge -q --no-ff -m "Merge pull request #$1 from me/claude-step-auth-$1" "HEAD@{1}"
git push -q origin HEAD:main
--- end
--- file known
#!/bin/sh
# known: what the metadata of this repository says.
claudestep pr list auth --json | jq -c '.pull_requests | map({(.pr_number | tostring): .pr_state}) | add'
--- end
$ chmod +x forge known && git init -q seed && git -C seed commit -q --allow-empty -m start && git clone -q --bare seed origin.git
$ git clone -q origin.git forge-clone && git clone -q origin.git work && cd work && rm -f .git/hooks/*
$ claudestep -q hooks install && claudestep -q project create auth && claudestep -q task add auth --description one
$ for n in 1 2 3 4 5 6 7; do claudestep -q pr open auth --task 1 --pr $n --branch claude-step-auth-$n 2>/dev/null; done
# In the main work tree.
$ ../forge 1 && git pull -q --no-rebase
! claudestep: auth: merge #1
$ ../known
{"1":"merged","2":"open","3":"open","4":"open","5":"open","6":"open","7":"open"}
# pull --rebase, with commits to put on top; post-merge does not run, post-rewrite does.
$ git commit -q --allow-empty -m mine && echo mine >mine && git add . && git commit -q -m 'mine, too' && ../forge 2 && git pull -q --rebase
! claudestep: auth: merge #2
$ ../known
{"1":"merged","2":"merged","3":"open","4":"open","5":"open","6":"open","7":"open"}
# A merge with a conflict: post-commit, when it is resolved.
$ git push -q && ../forge 3 mine && echo local >mine && git commit -qam local && git pull -q --no-rebase 2>&1 | grep CONFLICT
CONFLICT (content): Merge conflict in mine
$ echo both >mine && git add . && git commit -q -m 'Merge what others did'
! claudestep: auth: merge #3
$ ../known
{"1":"merged","2":"merged","3":"merged","4":"open","5":"open","6":"open","7":"open"}
# In a linked work tree, which has main checked out.
$ git checkout -q --detach && git worktree add -q ../linked main && ../forge 4 && cd ../linked && git branch -q -u origin/main && git pull -q --no-rebase
! claudestep: auth: merge #4
$ ../known
{"1":"merged","2":"merged","3":"merged","4":"merged","5":"open","6":"open","7":"open"}
# In a submodule, whose git folder lies in that of another repository.
$ cd .. && git init -q super && cd super && git -c protocol.file.allow=always submodule --quiet add ../origin.git sub && cd sub
$ git fetch -q ../../work claudestep-metadata:claudestep-metadata && claudestep -q hooks install && claudestep hooks status | head -n 1
git runs hooks from $TESTDIR/super/.git/modules/sub/hooks
$ ../../forge 5 && git pull -q --no-rebase
! claudestep: auth: merge #5
$ ../../known
{"1":"merged","2":"merged","3":"merged","4":"merged","5":"merged","6":"open","7":"open"}
# With hooks that are committed, as husky has them.
$ cd ../../work && claudestep -q hooks uninstall && git checkout -q --detach && git -C ../linked checkout -q --detach && git checkout -q main
$ mkdir -p .husky/_ && git config core.hooksPath .husky/_ && claudestep hooks install post-merge 2>/dev/null | sed -n 's/^  //p' >.husky/post-merge
--- file work/.husky/_/post-merge
#!/bin/sh
exec sh -e "$(dirname "$(dirname "$0")")/$(basename "$0")" "$@"
--- end
$ chmod +x .husky/_/post-merge && ../forge 6 && git pull -q --no-rebase
! claudestep: auth: merge #5
! claudestep: auth: merge #6
$ ../known
{"1":"merged","2":"merged","3":"merged","4":"merged","5":"merged","6":"merged","7":"open"}
# What was missed is seen by the next look at everything.
$ CLAUDESTEP_HOOKS=0 claudestep reconcile --check | head -n 3
no drift: the records are as 'main' has them
$ ../forge 7 && CLAUDESTEP_HOOKS=0 git pull -q --no-rebase && ../known
{"1":"merged","2":"merged","3":"merged","4":"merged","5":"merged","6":"merged","7":"open"}
$ claudestep -q reconcile && ../known
{"1":"merged","2":"merged","3":"merged","4":"merged","5":"merged","6":"merged","7":"merged"}
