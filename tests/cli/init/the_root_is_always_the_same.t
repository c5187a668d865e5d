# Whoever inits, whenever and wherever: clones that init apart share their root.
$ git init -q --bare one.git && claudestep -C one.git init >out
$ git init -q two && GIT_AUTHOR_NAME=Other GIT_COMMITTER_NAME=Other claudestep -C two init >out
$ git -C one.git rev-list --max-parents=0 claudestep-metadata >root
$ git -C two rev-list --max-parents=0 claudestep-metadata | cmp - root
