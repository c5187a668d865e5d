# A receipt counts where something was merged: typed into a commit by hand it does not carry a loss past the guard upon the tip
# of a remote that was rewound.
$ git init -q --bare hub.git && (cd hub.git && claudestep -q hooks install) && for who in ann bob; do git init -q $who && git -C $who remote add origin ../hub.git; done
$ cd ann && claudestep -q project create auth && claudestep -q task add auth --description One && claudestep -q pr open auth --task 1 --pr 7 --branch x && claudestep -q sync --force-first && git rev-parse claudestep-metadata >../back && claudestep -q task add auth --description Two && claudestep -q sync && cd ../bob && claudestep -q sync && git -C ../hub.git update-ref refs/heads/claudestep-metadata $(cat ../back)
$ claudestep -q task add auth --description Three && git worktree add -q ../tree claudestep-metadata && cd ../tree && jq '.pull_requests = []' projects/auth.json >new && mv new projects/auth.json && git commit -q -a -m 'by hand' -m 'Claudestep-Dropped: deletion project=auth pr=7 kept=deleted dropped=x'
$ cd ../bob && claudestep sync --accept-rewind 2>&1 | grep 'error: ' && git -C ../hub.git rev-parse claudestep-metadata | cmp - ../back
error: the remote 'origin' refused 'claudestep-metadata': [remote rejected] (pre-receive hook declined)
  caused by: remote: ea78e7e951ae:projects/auth.json: error: 'A U Thor' made 'claudestep: put unpushed work on cc7ec92': it takes away #7, which cc7ec92ee940 wrote [push/metadata-lost]
  caused by: error: failed to push some refs to '../hub.git'
