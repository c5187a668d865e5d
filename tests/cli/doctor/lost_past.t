# Something is lost that was pushed: reads and writes do without it, and what git fetches may be a difference to it. That is a problem, which a sync and a claim that fail lead to.
--- file commands
#!/bin/sh
# Runs the fetch that doctor prints first.
claudestep doctor | sed -n 's/.*hint: \(git .* fetch --refetch origin\)$/\1 -q/p' | sh
--- end
$ chmod +x commands && git init -q --bare remote.git && git init -q one && cd one && git remote add origin ../remote.git && claudestep project create -q p && for i in $(seq 30); do claudestep task add -q p --description "Task $i"; done && claudestep sync -q --force-first && git clone -q ../remote.git ../two 2>/dev/null && lost=$(git rev-parse claudestep-metadata:projects/p.json) && claudestep task add -q p --description Ours && claudestep sync -q && cd ../two && claudestep task add -q p --description Theirs && claudestep sync -q && cd ../one && rm -f .git/objects/$(echo $lost | sed 's|..|&/|')
$ claudestep doctor | grep -v ^ok; claudestep doctor >/dev/null
problem  tip         the tip is whole, and so is all that is to be synced, but some of what earlier commits have is missing or damaged: log and undo fail there, and claudestep sync and claims may fail
                     hint: reads and writes do without it
                     hint: the next hint names what is lost
                     hint: git -C $TESTDIR/one fsck --no-dangling
                     hint: first: the remote may have what is missing: the next hint brings it, also where git ends that with an error; right after that claudestep doctor looks again
                     hint: git -C $TESTDIR/one fetch --refetch origin
                     hint: only where it still says so then: the next hint brings it from another clone, with its path or address in the place of CLONE; then claudestep doctor looks again; where no clone has it, a new clone of the remote has what was synced
                     hint: git -C $TESTDIR/one fetch --refetch CLONE refs/heads/claudestep-metadata
1 problem, 0 warnings
[1]
$ claudestep sync
! error: cannot fetch from 'origin'
!   caused by: fatal: unresolved deltas left after unpacking
!   caused by: fatal: unpack-objects failed
! hint: claudestep doctor
[7]
$ claudestep next p --claim
! error: cannot fetch from 'origin'
!   caused by: fatal: unresolved deltas left after unpacking
!   caused by: fatal: unpack-objects failed
! hint: claudestep doctor
! hint: --no-sync claims in this repository alone
[7]
$ ../commands; claudestep sync && claudestep doctor | tail -n 1
[6870afb] sync 'claudestep-metadata' with 'origin'
  fetched 0fa39d1..6870afb
all is well
