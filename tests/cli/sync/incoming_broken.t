# A broken ref of those that note where a fetch landed stops every git fetch. It is named by doctor,
# and taken away by the next sync or claim, which needs nothing of it.
$ git init -q --bare hub && git init -q one && cd one && git remote add origin ../hub && claudestep project create -q p && claudestep task add -q p --description One && claudestep sync -q --force-first && claudestep sync -q
$ ref=$(git for-each-ref --format='%(refname)' refs/claudestep/incoming) && echo $ref && : >.git/$ref && git fetch -q 2>&1 | head -1; claudestep doctor | grep -A1 incoming
refs/claudestep/incoming/181fdd46fc4a/claudestep-metadata
fatal: bad object refs/claudestep/incoming/181fdd46fc4a/claudestep-metadata
warning  remote      'refs/claudestep/incoming/181fdd46fc4a/claudestep-metadata' is broken: while it is there, git fetch is refused
                     hint: it only notes where a fetch landed: the next claudestep sync removes it
$ claudestep sync && claudestep doctor | tail -n 1 && git for-each-ref
nothing to do: 'claudestep-metadata' is the same here and on 'origin'
all is well
%8762e3e3af59803ae1e0d5de5180f6cb2b0b7851 commit\trefs/claudestep/incoming/181fdd46fc4a/claudestep-metadata
%8762e3e3af59803ae1e0d5de5180f6cb2b0b7851 commit\trefs/heads/claudestep-metadata
%8762e3e3af59803ae1e0d5de5180f6cb2b0b7851 commit\trefs/remotes/origin/claudestep-metadata
! removed 'refs/claudestep/incoming/181fdd46fc4a/claudestep-metadata', which was broken; it only noted where a fetch had landed
# One that names what is not there, of another remote than the one that is synced with.
$ echo 1111111111111111111111111111111111111111 >.git/refs/claudestep/incoming/other && claudestep next p --claim && git fetch -q && claudestep doctor | tail -n 1
claimed in p: task 1
  description  One
  id           8b125077
  branch       claude-chain-p-8b125077
  claim        by A U Thor until 2026-01-01T02:03:00Z
all is well
! removed 'refs/claudestep/incoming/other', which was broken; it only noted where a fetch had landed
# A packed one.
$ git pack-refs --all && sed -i 's,.* refs/claudestep/incoming,1111111111111111111111111111111111111111 refs/claudestep/incoming,' .git/packed-refs && claudestep sync && git for-each-ref --format='%(refname)'
nothing to do: 'claudestep-metadata' is the same here and on 'origin'
refs/claudestep/incoming/181fdd46fc4a/claudestep-metadata
refs/heads/claudestep-metadata
refs/remotes/origin/claudestep-metadata
! removed 'refs/claudestep/incoming/181fdd46fc4a/claudestep-metadata', which was broken; it only noted where a fetch had landed
