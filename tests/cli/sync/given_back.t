# A remote that was restored from a backup has an earlier state of the branch: the refusal says also how to give it back what it lost, and the command works as it is printed.
--- file back
#!/bin/sh
# Runs the command that the refusal prints for giving back, and shows it.
claudestep "$@" sync 2>&1 | sed -n 's/^hint: to give it back.* sync: //p' >"$TESTDIR/command"; cat "$TESTDIR/command"; sh "$TESTDIR/command" 2>&1 | grep -v '^To '
--- end
$ chmod +x back && git init -q --bare s.git && git init -q a && cd a && git remote add origin ../s.git && claudestep project create auth -q && claudestep task add auth --description "Kept" -q && claudestep sync -q --force-first && cp -a ../s.git ../backup.git
$ claudestep finalize auth --task 1 --pr 9 --branch x -q && claudestep sync -q && git clone -q ../s.git ../c -b claudestep-metadata --no-checkout && claudestep task add auth --description "Never pushed" -q
$ rm -r ../s.git && cp -a ../backup.git ../s.git && claudestep sync
! error: the remote 'origin' was rewound
!   caused by: 'claudestep-metadata' there is at b0cb2c6, which does not contain 3b53297 that it had
!   caused by: somebody forced it, or restored it from a backup; nothing was changed here
! hint: to see what was dropped: git log b0cb2c6..3b53297
! hint: to give it back what it lost, before the next claudestep sync: git push origin 3b5329737ce1:refs/heads/claudestep-metadata
! hint: to drop it here as well, and put what was never pushed on the new tip: claudestep sync --accept-rewind
[4]
$ claudestep next auth --claim
! error: the remote 'origin' was rewound
!   caused by: 'claudestep-metadata' there is at b0cb2c6, which does not contain 3b53297 that it had
!   caused by: somebody forced it, or restored it from a backup; nothing was changed here
! hint: to see what was dropped: git log b0cb2c6..3b53297
! hint: to give it back what it lost, before the next claudestep sync: git push origin 3b5329737ce1:refs/heads/claudestep-metadata
! hint: to drop it here as well, and put what was never pushed on the new tip: claudestep sync --accept-rewind
[4]
$ ../back && claudestep sync && claudestep pr list auth && claudestep task list auth
git push origin 3b5329737ce1:refs/heads/claudestep-metadata
   b0cb2c6..3b53297  3b5329737ce1 -> claudestep-metadata
[f23076e] sync 'claudestep-metadata' with 'origin'
  pushed  3b53297..f23076e
  PR  STATE  TASK  REVIEWER  OPENED       COST  TITLE
  #9  open      1  -         2026-01-01  $0.00  Kept
  TASK  ID        STATUS          DESCRIPTION
     1  c159e746  in_progress     Kept
     2  326e8952  pending, ready  Never pushed
# A plain git fetch followed it before.
$ rm -r ../s.git && cp -a ../backup.git ../s.git && git fetch -q && claudestep doctor | grep -A 2 ^problem
problem  remote      the remote was rewound: it had f23076eabe7a, which 'refs/remotes/origin/claudestep-metadata' does not have any more: claudestep sync and claims are refused
                     hint: the next hint says what can be done
                     hint: claudestep sync
$ ../back && claudestep sync && claudestep doctor | tail -n 1
git push origin f23076eabe7a:refs/heads/claudestep-metadata
   b0cb2c6..f23076e  f23076eabe7a -> claudestep-metadata
nothing to do: 'claudestep-metadata' is the same here and on 'origin'
all is well
# Both went on: what it has now is merged first.
$ rm -r ../s.git && cp -a ../backup.git ../s.git && git clone -q ../s.git ../b -b claudestep-metadata --no-checkout && claudestep -C ../b task add auth --description "Of b" -q && claudestep -C ../b sync -q
$ claudestep sync
! error: the remote 'origin' was rewound
!   caused by: 'claudestep-metadata' there is at acdaf6a, which does not contain f23076e that it had
!   caused by: somebody forced it, or restored it from a backup; nothing was changed here
! hint: to see what was dropped: git log acdaf6a..f23076e
! hint: to give it back what it lost, beside all that is there, before the next claudestep sync: claudestep merge acdaf6a054d9 && git push origin refs/heads/claudestep-metadata
! hint: to drop it here as well, and put what was never pushed on the new tip: claudestep sync --accept-rewind
[4]
$ ../back && claudestep sync && claudestep task list auth && claudestep -C ../b sync -q && claudestep -C ../b pr list auth
claudestep merge acdaf6a054d9 && git push origin refs/heads/claudestep-metadata
[7af34b7] merge 'acdaf6a054d9' into 'claudestep-metadata'
   acdaf6a..7af34b7  claudestep-metadata -> claudestep-metadata
nothing to do: 'claudestep-metadata' is the same here and on 'origin'
  TASK  ID        STATUS          DESCRIPTION
     1  c159e746  in_progress     Kept
     2  326e8952  pending, ready  Never pushed
     3  67dfc3de  pending, ready  Of b
  PR  STATE  TASK  REVIEWER  OPENED       COST  TITLE
  #9  open      1  -         2026-01-01  $0.00  Kept
# The branch here is behind what was fetched, or is not there.
$ cd ../c && claudestep task list auth && git fetch -q && git update-ref refs/heads/claudestep-metadata refs/heads/claudestep-metadata~1 && git -C ../s.git update-ref refs/heads/claudestep-metadata $(git -C ../backup.git rev-parse claudestep-metadata) && claudestep -C ../b fsck -q && git clone -q ../s.git ../d -b claudestep-metadata --no-checkout && claudestep -C ../d task add auth --description "Of d" -q && claudestep -C ../d sync -q
  TASK  ID        STATUS       DESCRIPTION
     1  c159e746  in_progress  Kept
projects/auth.json:35:24: warning: #9 has no AI operations [pr/no-operations]
  hint: record them with claudestep op add if they are known
$ ../back && claudestep sync && claudestep task list auth
claudestep merge 7af34b75dbe5 && claudestep merge 74b53cc0c1d5 && git push origin refs/heads/claudestep-metadata
[7af34b7] move 'claudestep-metadata' forward to '7af34b75dbe5'
[89b95f5] merge '74b53cc0c1d5' into 'claudestep-metadata'
   74b53cc..89b95f5  claudestep-metadata -> claudestep-metadata
nothing to do: 'claudestep-metadata' is the same here and on 'origin'
  TASK  ID        STATUS          DESCRIPTION
     1  c159e746  in_progress     Kept
     2  2c9a03c5  pending, ready  Of d
     3  326e8952  pending, ready  Never pushed
     4  67dfc3de  pending, ready  Of b
$ git update-ref -d refs/heads/claudestep-metadata && git -C ../s.git update-ref refs/heads/claudestep-metadata $(git -C ../d rev-parse claudestep-metadata) && claudestep sync 2>&1 | grep 'give it back'; claudestep -C ../d task add auth --description "More of d" -q && claudestep -C ../d sync -q && claudestep sync
hint: to give it back what it lost, before the next claudestep sync: git push origin 89b95f562aec:refs/heads/claudestep-metadata
! error: the remote 'origin' was rewound
!   caused by: 'claudestep-metadata' there is at bebc472, which does not contain 89b95f5 that it had
!   caused by: somebody forced it, or restored it from a backup; nothing was changed here
! hint: to see what was dropped: git log bebc472..89b95f5
! hint: to give it back what it lost, beside all that is there, before the next claudestep sync: claudestep merge 89b95f562aec && claudestep merge bebc472a6597 && git push origin refs/heads/claudestep-metadata
! hint: to drop it here as well, and put what was never pushed on the new tip: claudestep sync --accept-rewind
[4]
$ ../back && claudestep sync && claudestep task list auth
claudestep merge 89b95f562aec && claudestep merge bebc472a6597 && git push origin refs/heads/claudestep-metadata
[89b95f5] move 'claudestep-metadata' forward to '89b95f562aec'
[5418605] merge 'bebc472a6597' into 'claudestep-metadata'
   bebc472..5418605  claudestep-metadata -> claudestep-metadata
nothing to do: 'claudestep-metadata' is the same here and on 'origin'
  TASK  ID        STATUS          DESCRIPTION
     1  c159e746  in_progress     Kept
     2  2c9a03c5  pending, ready  Of d
     3  326e8952  pending, ready  Never pushed
     4  60ef9660  pending, ready  More of d
     5  67dfc3de  pending, ready  Of b
# They were merged before anybody looked for the way.
$ cd ../a && claudestep sync -q && git -C ../s.git update-ref refs/heads/claudestep-metadata $(git -C ../d rev-parse claudestep-metadata) && claudestep -C ../d task add auth --description "Most of d" -q && claudestep -C ../d sync -q && git fetch -q && claudestep merge origin/claudestep-metadata && claudestep sync
[31d7b0e] merge 'origin/claudestep-metadata' into 'claudestep-metadata'
! error: the remote 'origin' was rewound
!   caused by: 'claudestep-metadata' there is at b973d60, which does not contain 5418605 that it had
!   caused by: somebody forced it, or restored it from a backup; nothing was changed here
! hint: to see what was dropped: git log b973d60..5418605
! hint: to give it back what it lost, which the branch here has beside all that is there, before the next claudestep sync: git push origin 31d7b0ec52d6:refs/heads/claudestep-metadata
! hint: to drop it here as well, and put what was never pushed on the new tip: claudestep sync --accept-rewind
[4]
$ ../back && claudestep sync && claudestep task list auth
git push origin 31d7b0ec52d6:refs/heads/claudestep-metadata
   b973d60..31d7b0e  31d7b0ec52d6 -> claudestep-metadata
nothing to do: 'claudestep-metadata' is the same here and on 'origin'
  TASK  ID        STATUS          DESCRIPTION
     1  c159e746  in_progress     Kept
     2  2c9a03c5  pending, ready  Of d
     3  326e8952  pending, ready  Never pushed
     4  60ef9660  pending, ready  More of d
     5  54103243  pending, ready  Most of d
     6  67dfc3de  pending, ready  Of b
# Beside the guard, and of another branch than the usual one.
$ claudestep -C ../s.git hooks install -q pre-receive && git push -q origin claudestep-metadata:refs/heads/other && git branch other claudestep-metadata && claudestep --ref other task add auth --description "Other" -q && claudestep --ref other sync -q && git -C ../s.git update-ref refs/heads/other other~1 && git clone -q ../s.git ../e -b other --no-checkout && claudestep -C ../e --ref other task add auth --description "Of e" -q && claudestep -C ../e --ref other sync -q
$ ../back --ref other && claudestep --ref other sync && claudestep --ref other task list auth && claudestep --ref other fsck --frame
claudestep merge --ref other 1ea364f8e732 && git push origin refs/heads/other
[1d96bd4] merge '1ea364f8e732' into 'other'
   1ea364f..1d96bd4  other -> other
nothing to do: 'other' is the same here and on 'origin'
  TASK  ID        STATUS          DESCRIPTION
     1  c159e746  in_progress     Kept
     2  2c9a03c5  pending, ready  Of d
     3  326e8952  pending, ready  Never pushed
     4  60ef9660  pending, ready  More of d
     5  54103243  pending, ready  Most of d
     6  67dfc3de  pending, ready  Of b
     7  986c8901  pending, ready  Of e
     8  f97e9da0  pending, ready  Other
projects/auth.json:65:24: warning: #9 has no AI operations [pr/no-operations]
  hint: record them with claudestep op add if they are known
1 file checked: 1 warning
! 15 commits held to what they say of themselves
# A mirror, which git pushes to as a whole else.
$ git config remote.origin.mirror true && git -C ../s.git update-ref refs/heads/claudestep-metadata claudestep-metadata~1 && ../back && claudestep sync && git config --unset remote.origin.mirror
git -c remote.origin.mirror=false push origin 31d7b0ec52d6:refs/heads/claudestep-metadata
   5418605..31d7b0e  31d7b0ec52d6 -> claudestep-metadata
nothing to do: 'claudestep-metadata' is the same here and on 'origin'
# By a path: what it had is noted in a ref of ours.
$ cd .. && rm -r s.git && cp -a backup.git s.git && git init -q f && cd f && claudestep sync -q $TESTDIR/s.git && claudestep task add auth --description "Of f" -q && claudestep sync -q $TESTDIR/s.git && rm -r ../s.git && cp -a ../backup.git ../s.git
$ claudestep sync $TESTDIR/s.git 2>&1 | sed -n 's/^hint: to give it back.* sync: //p' >../command; cat ../command; sh ../command 2>&1 | grep -v '^To '; claudestep sync $TESTDIR/s.git
git push $TESTDIR/s.git a94c9ae697b8:refs/heads/claudestep-metadata
   b0cb2c6..a94c9ae  a94c9ae697b8 -> claudestep-metadata
nothing to do: 'claudestep-metadata' is the same here and on '$TESTDIR/s.git'
# The other way: what was dropped on purpose is dropped here too.
$ cd ../a && rm -r ../s.git && cp -a ../backup.git ../s.git && claudestep sync 2>&1 | grep 'to drop' && claudestep sync --accept-rewind -q && claudestep pr list auth && claudestep task list auth
hint: to drop it here as well, and put what was never pushed on the new tip: claudestep sync --accept-rewind
  TASK  ID        STATUS          DESCRIPTION
     1  c159e746  pending, ready  Kept
! no pull request to show
