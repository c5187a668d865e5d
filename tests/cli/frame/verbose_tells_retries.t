# -v tells each retry, and why: here until whoever reads it takes the other's lock away.
$ git init -q --bare repo.git && cd repo.git && claudestep project create -q auth && mkfifo ../said
$ touch refs/heads/claudestep-metadata.lock
> { read -r first; rm refs/heads/claudestep-metadata.lock; { echo "$first"; cat; } | sort -u; } <../said &
> claudestep -v task add auth --description 'Add login' 2>../said >../out; wait
note: the branch is locked; trying again
$ git rev-list --count claudestep-metadata
4
