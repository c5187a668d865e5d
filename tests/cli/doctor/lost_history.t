# Only history is lost: no file goes, and the step that is printed is refused where the branch is elsewhere.
$ git init -q repo && cd repo && claudestep -q project create auth && claudestep -q task add auth --description One && claudestep -q task add auth --description Two && claudestep -q project create web
$ lost=$(git rev-parse claudestep-metadata~2) && rm ".git/objects/$(echo "$lost" | cut -c1-2)/$(echo "$lost" | cut -c3-)"
$ claudestep doctor | grep -A 3 '^problem'
problem  tip         the tip is whole, but commits that it is built on are missing or damaged
                     hint: where nobody else has it: the next hint puts all that the branch has, which lost nothing but history, upon the newest tip that is whole, 3 moves ago
                     hint: git -C $TESTDIR/repo update-ref refs/heads/claudestep-metadata "$(git -C $TESTDIR/repo commit-tree 272d4755eac2aebfda8fd3956800f38a555c809e -p 31eef34573011d0834238ec2972a9313eb629ee6 -m 'the history between is lost')" 5db2c60eb77678db68507e568c6cf3dfdd8adb19
ok       files       2 project files, all in the form 2.0
$ claudestep doctor --json | jq -r '.checks[].hints[]?' | grep '^git ' >../steps; claudestep -q project create late && sh ../steps
! fatal: update_ref failed for ref 'refs/heads/claudestep-metadata': cannot lock ref 'refs/heads/claudestep-metadata': is at da6c5fcc81dcb70cd1b86d90ece4adb2c92cfce9 but expected 5db2c60eb77678db68507e568c6cf3dfdd8adb19
[128]
$ claudestep doctor --json | jq -r '.checks[].hints[]?' | grep '^git ' | sh && claudestep doctor | tail -n 1 && claudestep list
all is well
  PROJECT  STATE        DONE  CREATED     UPDATED     COMPLETED
  auth     not_started   0/2  2026-01-01  2026-01-01  -
  late     empty         0/0  2026-01-01  2026-01-01  -
  web      empty         0/0  2026-01-01  2026-01-01  -
