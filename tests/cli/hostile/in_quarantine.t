# A hook that runs before a push is accepted may read, and may not write: the commit's objects would go with
# those of the push.
$ git init -q --bare repo.git && claudestep -C repo.git project create -q auth && git -C repo.git rev-parse claudestep-metadata >tip
$ cat <<'END' >repo.git/hooks/pre-receive && chmod +x repo.git/hooks/pre-receive
> #!/bin/sh
> claudestep list --json >/dev/null && claudestep task add auth --description 'Add login' --dry-run >/dev/null && echo read
> claudestep task add auth --description 'Add login'
> echo $?
> exit 1
> END
$ git init -q clone && git -C clone commit -q --allow-empty -m work
$ git -C clone push -q ../repo.git HEAD:refs/heads/main 2>&1 | grep '^remote' | sed 's/ *$//'
remote: read
remote: error: nothing is written while a push is taken in
remote:   caused by: git keeps its objects in quarantine until it accepts the push (GIT_QUARANTINE_PATH)
remote: hint: write from the hook post-receive, which runs afterwards
remote: 7
$ git -C repo.git rev-parse claudestep-metadata | cmp - tip && git -C repo.git fsck
! notice: HEAD points to an unborn branch (main)
# After the push it may.
$ mv repo.git/hooks/pre-receive repo.git/hooks/post-receive && git -C clone push -q ../repo.git HEAD:refs/heads/main 2>&1 | grep '^remote' | sed 's/ *$//'
remote: read
remote: [5830aab] auth: add task 'Add login'
remote: 0
