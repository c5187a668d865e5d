# A hook ends in time, whatever keeps it: here a git that never answers, and a lock of somebody else.
$ git init -q repo && cd repo && rm -f .git/hooks/* && git commit -q --allow-empty -m start
--- file slow/git
#!/bin/sh
exec sleep 30
--- end
$ chmod +x ../slow/git && begun=$(date +%s) && PATH="$TESTDIR/slow:$PATH" claudestep hooks run pre-commit && [ $(($(date +%s) - begun)) -lt 20 ] && echo in time
in time
! claudestep: the check takes too long; git goes on without it
# The merge is not recorded, and nothing is said; git goes on.
$ claudestep -q project create auth && claudestep -q task add auth --description one && claudestep -q hooks install
$ git checkout -q -b claude-step-auth-1 && echo 1 >one && git add . && git commit -q -m Work && git checkout -q main
$ claudestep -q pr open auth --task 1 --pr 1 --branch claude-step-auth-1
$ flock .git/claudestep/write.lock git merge -q --no-ff -m 'Merge pull request #1 from me/claude-step-auth-1' claude-step-auth-1
$ claudestep pr list auth --json | grep pr_state
      "pr_state": "open",
$ claudestep -q reconcile && claudestep pr list auth --json | grep pr_state
      "pr_state": "merged",
