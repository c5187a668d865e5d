# On the new tip a file stands where the folder of projects was: it gives way to unpushed work, with a receipt,
# and fsck --frame does not call that a lost update.
$ git init -q --bare remote.git && git init -q one && cd one && git remote add origin ../remote.git
$ claudestep -q project create auth && claudestep -q task add auth --description "Add login" && claudestep -q sync --force-first
$ claudestep -q task add auth --description "Dropped" && claudestep -q sync && git -C ../remote.git update-ref refs/heads/claudestep-metadata $(git rev-parse claudestep-metadata~1)
$ git clone -q -b claudestep-metadata ../remote.git ../two && cd ../two && git rm -rqf projects && echo notes >projects && git add projects && git commit -qm "By hand" && git push -q && cd ../one
$ claudestep -q task add auth --description "Never pushed" && claudestep sync --accept-rewind
[aaafb68] sync 'claudestep-metadata' with 'origin'
  rewound aaa5bd1..7a37a57
  fetched aaa5bd1..7a37a57
  merged  both sides
  pushed  7a37a57..aaafb68
  gave way: projects: content: kept '1668fed70f40504c046b80c1927ba42fd7ff43e8', gave up 'bfa655111293037a5564088d1a9bbca4cbcf446b'
$ claudestep fsck --frame && claudestep task list auth
7a37a57bb4db:projects/auth.json: note: 'A U Thor' made 'By hand': it takes away the project 'auth', which 9d8281712e7a wrote [frame/foreign-commit]
  hint: nothing needs to be done; 'git show' has the commit
1 file checked: 1 note
  TASK  ID        STATUS          DESCRIPTION
     1  0e100ea6  pending, ready  Add login
     2  739f68fe  pending, ready  Dropped
     3  326e8952  pending, ready  Never pushed
! 3 commits held to what they say of themselves
# Without the receipt it is one.
$ git update-ref refs/heads/claudestep-metadata $(git log -1 --format=%B claudestep-metadata | grep -v Dropped | git commit-tree -p claudestep-metadata~1 claudestep-metadata^{tree}) && git push -qf origin claudestep-metadata
$ claudestep fsck --frame
7a37a57bb4db:projects/auth.json: note: 'A U Thor' made 'By hand': it takes away the project 'auth', which 9d8281712e7a wrote [frame/foreign-commit]
  hint: nothing needs to be done; 'git show' has the commit
2010f09ccec5:projects: error: 'claudestep: put unpushed work on 7a37a57' takes away a file that is no project's, which 7a37a57bb4db wrote [frame/lost-update]
  hint: if the lost change should stand, do it again; what a push was refused for, 'claudestep sync --squash' pushes then
1 file checked: 1 error, 1 note
! 3 commits held to what they say of themselves
[1]
