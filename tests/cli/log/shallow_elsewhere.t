# What brings the rest of a shallow clone is typed where the question was: it names the repository as that did, whichever command asks.
$ git init -q --bare -b main repo.git && for name in auth old; do claudestep -C repo.git -q project create $name; done && claudestep -C repo.git -q project delete old
$ git clone -q --depth 1 --branch claudestep-metadata "file://$PWD/repo.git" 'a clone'
$ claudestep -C 'a clone' log --oneline
! warning: this clone is shallow, and the metadata branch ends there: what its oldest commits and those before them did is not known
! hint: git -C 'a clone' fetch --unshallow
! no commit changed a project, as far as this clone goes back
$ claudestep -C . -C 'a clone' undo
! error: cannot undo 24449c6: this clone is shallow and ends there
! hint: git -C . -C 'a clone' fetch --unshallow
[4]
$ claudestep --git-dir 'a clone/.git' undo --json
! {"kind":"error","version":1,"code":"conflict","message":"cannot undo 24449c6: this clone is shallow and ends there","causes":[],"hints":["git --git-dir='a clone/.git' fetch --unshallow"],"retryable":false,"place":null}
[4]
$ claudestep -C 'a clone' stats --at 2020-02-01
! error: this clone has no commit as old as '2020-02-01'
!   caused by: it is shallow, and the metadata branch ends there
! hint: git -C 'a clone' fetch --unshallow
[3]
$ claudestep -C 'a clone' undo 2>&1 | sed -n 's/^hint: //p' >way && cat way && sh way && claudestep -C 'a clone' log --oneline
git -C 'a clone' fetch --unshallow
24449c6 old: deleted
6f8e1cd old: created
31eef34 auth: created
