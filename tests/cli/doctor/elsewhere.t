# What doctor prints names the repository that it looked at: it is typed somewhere else, in another repository with a branch of the same name, and mends the one that was meant.
--- file follow
#!/bin/sh
# Runs the commands that doctor prints as the way, in the repository "other".
cd "$TESTDIR/other" && claudestep "$@" doctor | sed -n '/ fsck/d; s/.*hint: \(mv \|git -C\)/\1/p' >"$TESTDIR/way" && sh "$TESTDIR/way" 2>&1; cat "$TESTDIR/way" && claudestep "$@" doctor | tail -n 1 && git -C "$TESTDIR/other" rev-parse claudestep-metadata
--- end
$ chmod +x follow && git init -q other && git init -q -b main one && for name in other one; do claudestep -C $name project create -q p && claudestep -C $name task add -q p --description "$name"; done; git -C other rev-parse claudestep-metadata
47cb0f89a62de78c51120e4113b169e4fb881449
# An emptied file of the branch: from another folder, through the git folder.
$ : >one/.git/refs/heads/claudestep-metadata && ./follow -C ../one
mv -n $TESTDIR/one/.git/refs/heads/claudestep-metadata $TESTDIR/one/.git/damaged-refs-heads-claudestep-metadata
git -C $TESTDIR/one update-ref refs/heads/claudestep-metadata a465ee600e2a87de99f49f7d3741454ba1fb75c7 0000000000000000000000000000000000000000
all is well
47cb0f89a62de78c51120e4113b169e4fb881449
$ : >one/.git/refs/heads/claudestep-metadata && ./follow --git-dir ../one/.git
mv -n $TESTDIR/one/.git/refs/heads/claudestep-metadata $TESTDIR/one/.git/damaged-refs-heads-claudestep-metadata-2
git -C $TESTDIR/other --git-dir=$TESTDIR/one/.git update-ref refs/heads/claudestep-metadata a465ee600e2a87de99f49f7d3741454ba1fb75c7 0000000000000000000000000000000000000000
all is well
47cb0f89a62de78c51120e4113b169e4fb881449
# A lost object, from a folder below, from a linked work tree and by GIT_DIR.
$ lose() { rm one/.git/objects/$(git -C one rev-parse claudestep-metadata:projects | sed 's|..|&/|'); } && mkdir one/sub && lose && ./follow -C ../one/sub
git -C $TESTDIR/one update-ref refs/heads/claudestep-metadata b61ea395bc090337bbfd9a7e55ec5b8373a4a0b9 a465ee600e2a87de99f49f7d3741454ba1fb75c7
all is well
47cb0f89a62de78c51120e4113b169e4fb881449
$ lose() { rm one/.git/objects/$(git -C one rev-parse claudestep-metadata:projects | sed 's|..|&/|'); } && git -C one commit -q --allow-empty -m code && git -C one worktree add -q ../linked main -b linked && claudestep -C one task add -q p --description Two && lose && ./follow -C ../linked
git -C $TESTDIR/linked update-ref refs/heads/claudestep-metadata b61ea395bc090337bbfd9a7e55ec5b8373a4a0b9 60b15642a50527534cc8fabc80f0581f57eb667f
all is well
47cb0f89a62de78c51120e4113b169e4fb881449
$ lose() { rm one/.git/objects/$(git -C one rev-parse claudestep-metadata:projects | sed 's|..|&/|'); } && claudestep -C one task add -q p --description Three && lose && (export GIT_DIR="$PWD/one/.git" && ./follow) 2>&1 | sed '$d'
git -C $TESTDIR/other --git-dir=$TESTDIR/one/.git update-ref refs/heads/claudestep-metadata b61ea395bc090337bbfd9a7e55ec5b8373a4a0b9 b253883a7cb2921fa2d49972f8d94649abd0aa25
all is well
# A repository without a work tree.
$ git clone -q --bare one bare.git && claudestep -C bare.git task add -q p --description Bare && : >bare.git/refs/heads/claudestep-metadata && ./follow --git-dir ../bare.git
mv -n $TESTDIR/bare.git/refs/heads/claudestep-metadata $TESTDIR/bare.git/damaged-refs-heads-claudestep-metadata
git -C $TESTDIR/bare.git update-ref refs/heads/claudestep-metadata b74f140c14ab831280d36c833fa05f9f16d7bd2f b61ea395bc090337bbfd9a7e55ec5b8373a4a0b9
all is well
47cb0f89a62de78c51120e4113b169e4fb881449
