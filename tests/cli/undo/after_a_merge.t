# Two clones went apart. Undo alone takes the newest of one's own line, before a merge is written and after.
$ git init -q --bare hub.git && git init -q ann && cd ann && git config user.email ann@x && git config user.name Ann && git remote add origin ../hub.git && git commit -q --allow-empty -m main && git push -q origin HEAD:main 2>/dev/null
$ unset GIT_AUTHOR_NAME GIT_AUTHOR_EMAIL; claudestep -q project create auth && claudestep -q task add auth --description 'Add login' && claudestep -q pr open auth --task 1 --pr 7 --branch b --reviewer p && claudestep -q sync
$ cd .. && git clone -q hub.git bob 2>/dev/null && cd bob && git config user.email bob@x && git config user.name Bob && claudestep -q task add auth --description 'of Bob' && claudestep -q sync
$ cd ../ann && claudestep -q pr assign auth --pr 7 --reviewer q && git fetch -q && claudestep undo
[28b1ab4] auth: undo "assign #7 to q"
! merged what 'refs/remotes/origin/claudestep-metadata' has
$ git log --format='%s' -3 claudestep-metadata; claudestep pr assign -q auth --pr 7 --reviewer r && claudestep sync -q && git -C ../bob fetch -q
auth: undo "assign #7 to q"
claudestep: merge 4da7b9c and ad21aa6
auth: assign #7 to q
$ cd ../bob && claudestep task add -q auth --description 'more of Bob' && claudestep sync -q && cd ../ann && claudestep pr retitle -q auth --pr 7 --title t && claudestep sync -q && git log -1 --format=%s claudestep-metadata | sed 's/ [0-9a-f]\{7\}/ X/g'
claudestep: merge X and X
$ claudestep undo
[652cc06] auth: undo "retitle #7"
$ claudestep undo
[0f0c150] auth: redo "retitle #7"
# Who made none of what was merged is told the newest of it.
$ cd ../ann && claudestep pr assign -q auth --pr 7 --reviewer s && cd ../bob && claudestep task add -q auth --description 'and more' && claudestep sync -q && cd ../ann && claudestep sync -q && git config user.email carol@x
$ claudestep undo
! error: the newest change, bfd1888, is a merge, and none of what it brought together was made by you
! hint: to take back 'auth: assign #7 to s': claudestep undo b778d43
! hint: claudestep log --oneline
[4]
$ claudestep undo $(git log --format=%h --author=ann -1 claudestep-metadata) && claudestep fsck --frame | grep frame
[85929fe] auth: undo "assign #7 to s"
! 18 commits held to what they say of themselves
[1]
