# The branch here and the remote's have gone apart: reads show both, in a merge that nobody has written yet. Nothing is lost of it.
$ git init -q --bare remote.git && git init -q one && cd one && git remote add origin ../remote.git && claudestep project create -q p && claudestep sync -q --force-first && cp -r ../one ../two && claudestep task add -q p --description One && claudestep sync -q && cd ../two && claudestep task add -q p --description Two && git fetch -q && claudestep doctor | grep ' branch \| tip \|^problem\|^warning' && claudestep doctor | tail -n 1
ok       branch      'claudestep-metadata' and 'refs/remotes/origin/claudestep-metadata' have gone apart: reads show both, and the next write merges them
ok       tip         the tip is whole
ok       worktree    the branch is checked out nowhere
all is well
