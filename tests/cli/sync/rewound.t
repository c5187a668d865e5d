# A remote that dropped commits, seen by a plain git fetch before sync comes to it: they are not
# pushed back.
$ git init -q --bare remote.git && git init -q one && cd one && git remote add origin ../remote.git
$ claudestep project create auth -q && claudestep sync --force-first -q
$ claudestep task add auth --description "Kept" -q && claudestep sync -q
$ claudestep task add auth --description "Dropped" -q && claudestep sync -q
$ cd .. && git clone -q remote.git two -b claudestep-metadata --no-checkout && cd two
$ claudestep task add auth --description "Of two" -q
$ git -C ../remote.git update-ref refs/heads/claudestep-metadata claudestep-metadata~1
$ cd ../one && claudestep task add auth --description "Never pushed" -q && git fetch -q
$ claudestep sync
! error: the remote 'origin' was rewound
!   caused by: 'claudestep-metadata' there is at 1597753, which does not contain 0b0848a that it had
!   caused by: somebody forced it, or restored it from a backup; nothing was changed here
! hint: to see what was dropped: git log 1597753..0b0848a
! hint: to give it back what it lost, before the next claudestep sync: git push origin 0b0848a2f777:refs/heads/claudestep-metadata
! hint: to drop it here as well, and put what was never pushed on the new tip: claudestep sync --accept-rewind
[4]
$ claudestep sync --dry-run
! error: the remote 'origin' was rewound
!   caused by: 'claudestep-metadata' there is at 1597753, which does not contain 0b0848a that it had
!   caused by: somebody forced it, or restored it from a backup; nothing was changed here
! hint: to see what was dropped: git log 1597753..0b0848a
! hint: to give it back what it lost, before the next claudestep sync: git push origin 0b0848a2f777:refs/heads/claudestep-metadata
! hint: to drop it here as well, and put what was never pushed on the new tip: claudestep sync --accept-rewind
[4]
# The same for the one that only has them because it was cloned, and where the remote went on since.
$ cd ../two && git fetch -q && claudestep sync
! error: the remote 'origin' was rewound
!   caused by: 'claudestep-metadata' there is at 1597753, which does not contain 0b0848a that it had
!   caused by: somebody forced it, or restored it from a backup; nothing was changed here
! hint: to see what was dropped: git log 1597753..0b0848a
! hint: to give it back what it lost, before the next claudestep sync: git push origin 0b0848a2f777:refs/heads/claudestep-metadata
! hint: to drop it here as well, and put what was never pushed on the new tip: claudestep sync --accept-rewind
[4]
$ git clone -q ../remote.git ../three -b claudestep-metadata --no-checkout && cd ../three
$ claudestep task add auth --description "Of three" -q && claudestep sync -q
$ cd ../one && git fetch -q && claudestep sync
! error: the remote 'origin' was rewound
!   caused by: 'claudestep-metadata' there is at db5128d, which does not contain 0b0848a that it had
!   caused by: somebody forced it, or restored it from a backup; nothing was changed here
! hint: to see what was dropped: git log db5128d..0b0848a
! hint: to give it back what it lost, beside all that is there, before the next claudestep sync: claudestep merge db5128ded6aa && git push origin refs/heads/claudestep-metadata
! hint: to drop it here as well, and put what was never pushed on the new tip: claudestep sync --accept-rewind
[4]
$ claudestep sync --accept-rewind && claudestep task list auth
[7d6ad5b] sync 'claudestep-metadata' with 'origin'
  rewound b59a9ea..db5128d
  fetched b59a9ea..db5128d
  merged  both sides
  pushed  db5128d..7d6ad5b
  TASK  ID        STATUS          DESCRIPTION
     1  c159e746  pending, ready  Kept
     2  63c0b1e0  pending, ready  Of three
     3  326e8952  pending, ready  Never pushed
$ claudestep task add auth --description "Later" -q && claudestep sync
[2f25298] sync 'claudestep-metadata' with 'origin'
  pushed  7d6ad5b..2f25298
$ cd ../two && claudestep sync --accept-rewind && claudestep task list auth && claudestep fsck --frame
[3b932a7] sync 'claudestep-metadata' with 'origin'
  rewound 7f46faf..2f25298
  fetched 7f46faf..2f25298
  merged  both sides
  pushed  2f25298..3b932a7
  TASK  ID        STATUS          DESCRIPTION
     1  c159e746  pending, ready  Kept
     2  63c0b1e0  pending, ready  Of three
     3  326e8952  pending, ready  Never pushed
     4  73b6e48a  pending, ready  Later
     5  b010242a  pending, ready  Of two
1 file checked: nothing found
! 6 commits held to what they say of themselves
# A clone that wrote before it fetched two commits, of which the remote then dropped one: the other
# stays, though the clone never had it on its branch.
$ git clone -q ../remote.git ../four -b claudestep-metadata --no-checkout
$ claudestep task edit auth 2 --description "Of three, mended" -q && claudestep sync -q
$ claudestep task edit auth 3 --description "Pushed and dropped" -q && claudestep sync -q
$ cd ../four && claudestep task add auth --description "Of four" -q && git fetch -q
$ git -C ../remote.git update-ref refs/heads/claudestep-metadata claudestep-metadata~1
$ claudestep sync --accept-rewind -q && claudestep task list auth
  TASK  ID        STATUS          DESCRIPTION
     1  c159e746  pending, ready  Kept
     2  63c0b1e0  pending, ready  Of three, mended
     3  326e8952  pending, ready  Never pushed
     4  73b6e48a  pending, ready  Later
     5  b010242a  pending, ready  Of two
     6  e2270e92  pending, ready  Of four
