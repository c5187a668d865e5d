# The remote was rewound to before where a shallow clone begins: no more of it would tell where they went apart. What leads out is the history that another clone has.
$ git init -q --bare -b main hub.git && git init -q -b main full && cd full && git remote add origin ../hub.git && git commit -q --allow-empty -m start && git push -q origin main && claudestep project create -q auth && claudestep task add -q auth --description One && claudestep sync -q && cp -a ../hub.git ../backup.git
$ for n in Two Three; do claudestep task add -q auth --description $n; done; claudestep sync -q && git clone -q --depth 1 --no-single-branch "file://$TESTDIR/hub.git" ../cut && cd ../cut && claudestep task add -q auth --description Four && rm -r ../hub.git && mv ../backup.git ../hub.git && claudestep sync
! error: the remote was rewound, to before where this shallow clone begins
!   caused by: 'claudestep-metadata' there is at 7d9f5a8, which does not contain 22b5733 that it had
!   caused by: somebody forced it, or restored it from a backup; nothing was changed here
! hint: the next hint brings what is missing from a clone that has the branch as it was, with its path or address in the place of CLONE; then claudestep sync tells the ways out
! hint: git fetch --unshallow CLONE claudestep-metadata
! hint: where there is none, a new clone of the remote has what that has; to see what was written here and never pushed: git log 22b5733..claudestep-metadata --
[4]
$ claudestep sync --accept-rewind 2>&1 | head -n 1; claudestep sync --dry-run 2>&1 | head -n 1
error: the remote was rewound, to before where this shallow clone begins
error: the remote was rewound, to before where this shallow clone begins
# Where git followed it, writes say so, and doctor.
$ cp -a . ../followed && cd ../followed && git fetch -q --unshallow && claudestep task add auth --description Five
! error: 'refs/heads/claudestep-metadata' and 'refs/remotes/origin/claudestep-metadata' have gone apart and cannot be merged
!   caused by: this shallow clone does not know where the two histories went apart
!   caused by: 7d9f5a8 has no more history than is here: a remote that has it, and no more, was rewound to before where this clone begins
! hint: the next hint brings what is missing from a clone that has the branch as it was, with its path or address in the place of CLONE
! hint: git fetch --unshallow CLONE BRANCH
! hint: git log --oneline --left-right refs/heads/claudestep-metadata...refs/remotes/origin/claudestep-metadata
[6]
$ claudestep doctor | grep -A6 '^problem'; claudestep sync 2>&1 | head -n 1
problem  branch      'claudestep-metadata' and 'refs/remotes/origin/claudestep-metadata' have gone apart and cannot be merged: reads show the local side alone, and writes are refused: this shallow clone does not know where the two histories went apart
                     hint: the next hint brings what is missing from a clone that has the branch as it was, with its path or address in the place of CLONE
                     hint: git -C $TESTDIR/followed fetch --unshallow CLONE BRANCH
                     hint: the next hint shows what each side has
                     hint: git -C $TESTDIR/followed log --oneline --left-right refs/heads/claudestep-metadata...refs/remotes/origin/claudestep-metadata
ok       tip         the tip is whole
ok       files       1 project file, all in the form 2.0
error: the remote was rewound, to before where this shallow clone begins
# The way out, with the path of the other clone in its place.
$ git fetch -q --unshallow ../full claudestep-metadata && claudestep sync
! error: the remote 'origin' was rewound
!   caused by: 'claudestep-metadata' there is at 7d9f5a8, which does not contain 22b5733 that it had
!   caused by: somebody forced it, or restored it from a backup; nothing was changed here
! hint: to see what was dropped: git log 7d9f5a8..22b5733
! hint: to give it back what it lost, before the next claudestep sync: git push origin 22b57335226e:refs/heads/claudestep-metadata
! hint: to drop it here as well, and put what was never pushed on the new tip: claudestep sync --accept-rewind
[4]
$ cd ../cut && git fetch -q --unshallow ../full claudestep-metadata && claudestep sync 2>&1 | sed -n 's/.*next claudestep sync: //p' >../way && sh ../way 2>/dev/null && claudestep sync && claudestep task list auth
[714d199] sync 'claudestep-metadata' with 'origin'
  pushed  22b5733..714d199
  TASK  ID        STATUS          DESCRIPTION
     1  8b125077  pending, ready  One
     2  94a72c07  pending, ready  Two
     3  926f52d1  pending, ready  Three
     4  12f5aedc  pending, ready  Four
# A remote that was not rewound may have the rest still.
$ git -C ../full fetch -q && git -C ../full checkout -q -B claudestep-metadata origin/claudestep-metadata && claudestep -C ../full task add -q auth --description Six && claudestep -C ../full sync -q && git clone -q --depth 1 -b claudestep-metadata "file://$TESTDIR/hub.git" ../third && cd ../third && claudestep task add -q auth --description Seven && claudestep -C ../full task add -q auth --description Eight && claudestep -C ../full sync -q && git fetch -q --depth 1 && claudestep sync
! error: this shallow clone does not know where the two histories went apart
! hint: git fetch --unshallow
[6]
