# What the remote's rules say is shown whole; what it dropped stays until somebody decides.
$ git init -q --bare remote.git && git init -q one && cd one && git remote add origin ../remote.git
$ claudestep project create auth -q && claudestep sync --force-first -q
--- file hook
#!/bin/sh
echo "metadata is frozen today" >&2
printf 'ask \033[31mann\n' >&2
exit 1
--- end
$ cp ../hook ../remote.git/hooks/pre-receive && chmod +x ../remote.git/hooks/pre-receive
$ claudestep task add auth --description "Add login" -q
$ claudestep sync
! error: the remote 'origin' refused 'claudestep-metadata': [remote rejected] (pre-receive hook declined)
!   caused by: remote: metadata is frozen today
!   caused by: remote: ask \x1b[31mann
!   caused by: error: failed to push some refs to '../remote.git'
! hint: what was written is safe in the local branch; claudestep sync pushes it once the remote lets it
[7]
$ claudestep sync --json
! {"kind":"error","version":1,"code":"rejected","message":"the remote 'origin' refused 'claudestep-metadata': [remote rejected] (pre-receive hook declined)","causes":["remote: metadata is frozen today","remote: ask \\x1b[31mann","error: failed to push some refs to '../remote.git'"],"hints":["what was written is safe in the local branch; claudestep sync pushes it once the remote lets it"],"retryable":false,"place":null}
[7]
$ rm ../remote.git/hooks/pre-receive && claudestep sync
[6ae2610] sync 'claudestep-metadata' with 'origin'
  pushed  83724d1..6ae2610
# The remote is rewound: what it had is not pushed again in silence.
$ claudestep task add auth --description "Never pushed" -q
$ git -C ../remote.git update-ref refs/heads/claudestep-metadata claudestep-metadata~1
$ claudestep sync
! error: the remote 'origin' was rewound
!   caused by: 'claudestep-metadata' there is at 83724d1, which does not contain 6ae2610 that it had
!   caused by: somebody forced it, or restored it from a backup; nothing was changed here
! hint: to see what was dropped: git log 83724d1..6ae2610
! hint: to give it back what it lost, before the next claudestep sync: git push origin 6ae26107e536:refs/heads/claudestep-metadata
! hint: to drop it here as well, and put what was never pushed on the new tip: claudestep sync --accept-rewind
[4]
$ claudestep sync
! error: the remote 'origin' was rewound
!   caused by: 'claudestep-metadata' there is at 83724d1, which does not contain 6ae2610 that it had
!   caused by: somebody forced it, or restored it from a backup; nothing was changed here
! hint: to see what was dropped: git log 83724d1..6ae2610
! hint: to give it back what it lost, before the next claudestep sync: git push origin 6ae26107e536:refs/heads/claudestep-metadata
! hint: to drop it here as well, and put what was never pushed on the new tip: claudestep sync --accept-rewind
[4]
$ claudestep sync --accept-rewind
[657726c] sync 'claudestep-metadata' with 'origin'
  rewound 677d361..83724d1
  fetched 677d361..83724d1
  merged  both sides
  pushed  83724d1..657726c
$ claudestep task list auth && claudestep fsck --frame
  TASK  ID        STATUS          DESCRIPTION
     1  326e8952  pending, ready  Never pushed
1 file checked: nothing found
! 2 commits held to what they say of themselves
$ git -C ../remote.git update-ref -d refs/heads/claudestep-metadata
$ claudestep sync
! error: the remote 'origin' was rewound
!   caused by: 'claudestep-metadata' is not there any more; it was at 657726c
!   caused by: somebody forced it, or took it away; nothing was changed here
! hint: to push the branch again: claudestep sync --accept-rewind
[4]
$ rm -r ../remote.git && claudestep sync
! error: cannot fetch from 'origin'
!   caused by: fatal: '../remote.git' does not appear to be a git repository
!   caused by: fatal: Could not read from remote repository.
!   caused by: Please make sure you have the correct access rights
!   caused by: and the repository exists.
[7]
