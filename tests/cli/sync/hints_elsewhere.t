# What a sync prints is typed where it was: its hints name the repository as that did.
$ git init -q --bare hub.git && git init -q 'a clone' && git -C 'a clone' remote add origin "$PWD/hub.git" && claudestep -C 'a clone' project create -q auth && claudestep -C 'a clone' sync
! error: the remote 'origin' is empty
!   caused by: a forge makes the first branch that it gets its default: the one that people see and clone
! hint: push the code first; or, to push 'claudestep-metadata' all the same: claudestep -C 'a clone' sync --force-first
[4]
$ claudestep -C 'a clone' sync -q --force-first && for name in One Two; do claudestep -C 'a clone' task add -q auth --description $name; done && claudestep -C 'a clone' sync -q && git -C hub.git update-ref refs/heads/claudestep-metadata claudestep-metadata~1 && git init -q other && cd other && claudestep -C ../ -C 'a clone' sync
! error: the remote 'origin' was rewound
!   caused by: 'claudestep-metadata' there is at 6701d8d, which does not contain 38cb924 that it had
!   caused by: somebody forced it, or restored it from a backup; nothing was changed here
! hint: to see what was dropped: git -C ../ -C 'a clone' log 6701d8d..38cb924
! hint: to give it back what it lost, before the next claudestep sync: git -C ../ -C 'a clone' push origin 38cb9246ca5a:refs/heads/claudestep-metadata
! hint: to drop it here as well, and put what was never pushed on the new tip: claudestep -C ../ -C 'a clone' sync --accept-rewind
[4]
$ claudestep --git-dir '../a clone/.git' sync --json
! {"kind":"error","version":1,"code":"diverged_rewound","message":"the remote 'origin' was rewound","causes":["'claudestep-metadata' there is at 6701d8d, which does not contain 38cb924 that it had","somebody forced it, or restored it from a backup; nothing was changed here"],"hints":["to see what was dropped: git --git-dir='../a clone/.git' log 6701d8d..38cb924","to give it back what it lost, before the next claudestep sync: git --git-dir='../a clone/.git' push origin 38cb9246ca5a:refs/heads/claudestep-metadata","to drop it here as well, and put what was never pushed on the new tip: claudestep --git-dir='../a clone/.git' sync --accept-rewind"],"retryable":false,"place":null}
[4]
# They are pasted as they are.
$ claudestep -C '../a clone' sync 2>&1 | sed -n 's/^hint: .*before the next claudestep sync: //p' >../way; cat ../way && sh ../way 2>/dev/null; claudestep -C '../a clone' sync
git -C '../a clone' push origin 38cb9246ca5a:refs/heads/claudestep-metadata
nothing to do: 'claudestep-metadata' is the same here and on 'origin'
# Of what is missing too; and where nothing is named, nothing is.
$ rm -f "../a clone/.git/objects/$(git -C '../a clone' rev-parse claudestep-metadata | sed 's|..|&/|')" && claudestep -C '../a clone' list; cd '../a clone' && claudestep list
! error: 'refs/heads/claudestep-metadata' cannot be followed
!   caused by: the commit 38cb9246ca5acdc509d728be375a56d53b095728 is missing
!   caused by: objects were pruned while somebody wrote (git gc --prune=now), or the object store is damaged
! hint: look for a whole state before anything else is pruned: other clones, work trees and remote-tracking refs may still have the missing objects
! hint: claudestep -C '../a clone' doctor
! hint: cat "$(git -C '../a clone' rev-parse --path-format=absolute --git-path logs/refs/heads/claudestep-metadata)"
! error: 'refs/heads/claudestep-metadata' cannot be followed
!   caused by: the commit 38cb9246ca5acdc509d728be375a56d53b095728 is missing
!   caused by: objects were pruned while somebody wrote (git gc --prune=now), or the object store is damaged
! hint: look for a whole state before anything else is pruned: other clones, work trees and remote-tracking refs may still have the missing objects
! hint: claudestep doctor
! hint: cat "$(git rev-parse --path-format=absolute --git-path logs/refs/heads/claudestep-metadata)"
[5]
$ cd .. && claudestep -C 'a clone' list 2>&1 | sed -n 's/^hint: cat/cat/p' >way; cat way; sh way | wc -l
cat "$(git -C 'a clone' rev-parse --path-format=absolute --git-path logs/refs/heads/claudestep-metadata)"
3
# What is not an error names it as well, and the branch.
$ git init -q empty-clone && claudestep -C empty-clone list; claudestep -C empty-clone --ref team/meta doctor | grep -A 2 ' branch '; claudestep -C empty-clone project create -q auth && claudestep -C empty-clone next auth
warning  branch      there is no branch 'team/meta', here or fetched from a remote
                     hint: claudestep -C empty-clone --ref team/meta init
                     hint: the first write makes it as well
--
ok       worktree    the branch is checked out nowhere
0 problems, 1 warning
auth has no tasks
! there is no metadata branch 'refs/heads/claudestep-metadata' yet
! hint: claudestep -C empty-clone init
! hint: claudestep -C empty-clone task add auth --description TEXT
[1]
# Where none can be opened there is none to name.
$ mkdir empty && claudestep -C empty list
! error: not a git repository (or any of the parent directories): '$TESTDIR/empty'
! hint: run it inside a repository, or name one with -C or --git-dir
[3]
