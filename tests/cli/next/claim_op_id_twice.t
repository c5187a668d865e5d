# Two agents claim one task in one second and one name, each in a clone of its own, without asking the remote. Once
# their claims are merged nobody can tell whose it is: neither is told that it has the task.
$ git init -q --bare hub.git && git init -q one && cd one && git remote add origin ../hub.git
$ claudestep -q project create auth && for task in One Two Three; do claudestep -q task add auth --description $task; done; claudestep -q sync --force-first && git clone -q --no-checkout ../hub.git ../two && claudestep -C ../two -q init
$ claudestep -q next auth --claim --no-sync --op-id agent-1 | sed 1q && claudestep -C ../two -q next auth --claim --no-sync --op-id agent-2 | sed 1q
claimed in auth: task 1
claimed in auth: task 1
# Each is told its own until then.
$ claudestep -q next auth --claim --no-sync --op-id agent-1 | sed 1q
claimed in auth: task 1
$ claudestep -q sync && claudestep -C ../two -q sync && claudestep -q sync
$ claudestep next auth --claim --no-sync --op-id agent-1
! error: cannot tell whether task 1 of 'auth' is claimed by 'agent-1' or by another
!   caused by: e9217a1d689457e396dda7c7d50ecf57f46fd977 claimed it in the same second, in the same name
! hint: another --op-id claims the next
[4]
$ claudestep -C ../two next auth --claim --no-sync --op-id agent-2
! error: cannot tell whether task 1 of 'auth' is claimed by 'agent-2' or by another
!   caused by: 7d0dd93039a615f657036f8824d56c27f21bc250 claimed it in the same second, in the same name
! hint: another --op-id claims the next
[4]
# Another id claims the next; one who claims by that in two clones has one claim.
$ claudestep -q next auth --claim --no-sync --op-id agent-3 | sed 1q && claudestep -C ../two -q next auth --claim --no-sync --op-id agent-3 | sed 1q
claimed in auth: task 2
claimed in auth: task 2
$ claudestep -q sync && claudestep -C ../two -q sync && claudestep -C ../two -q next auth --claim --no-sync --op-id agent-3 | sed 1q
claimed in auth: task 2
# Beside somebody who gave no id it is the same.
$ claudestep -q sync && claudestep -q next auth --claim --no-sync --op-id agent-4 | sed 1q && claudestep -C ../two -q next auth --claim --no-sync | sed 1q
claimed in auth: task 3
claimed in auth: task 3
$ claudestep -q sync && claudestep -C ../two -q sync && claudestep -C ../two next auth --claim --no-sync --op-id agent-4
! error: cannot tell whether task 3 of 'auth' is claimed by 'agent-4' or by another
!   caused by: be39921129633ce225a7b142e6c05a08935dbdb9 claimed it in the same second, in the same name
! hint: another --op-id claims the next
[4]
# When the commits were made says nothing: here their dates are given, and are not those of the claims.
$ claudestep -q task add auth --description Four && claudestep -q task add auth --description Five && claudestep -q task add auth --description Six && claudestep -q sync && claudestep -C ../two -q sync
$ for clone in one two; do GIT_COMMITTER_DATE=2025-12-31T23:00:00Z GIT_AUTHOR_DATE=2025-12-31T23:00:00Z claudestep -C ../$clone -q next auth --claim --no-sync --op-id dated-$clone | sed 1q; done
claimed in auth: task 4
claimed in auth: task 4
$ claudestep -q sync && claudestep -C ../two -q sync && claudestep -q sync && claudestep next auth --claim --no-sync --op-id dated-one; claudestep -C ../two next auth --claim --no-sync --op-id dated-two
! error: cannot tell whether task 4 of 'auth' is claimed by 'dated-one' or by another
!   caused by: 1809477c9c1f36f2129467bebe56f92538fac1d0 claimed it in the same second, in the same name
! hint: another --op-id claims the next
! error: cannot tell whether task 4 of 'auth' is claimed by 'dated-two' or by another
!   caused by: acd42698841a1e8f092437e1347cf42fff5408d3 claimed it in the same second, in the same name
! hint: another --op-id claims the next
[4]
# Here both were carried on, later, to the tip of a remote that was rewound; one of two beside another write, and without an id.
$ git branch early claudestep-metadata && claudestep -q project create other && claudestep -q sync && claudestep -C ../two -q sync
$ for clone in one two; do claudestep -C ../$clone -q next auth --claim --no-sync --op-id moved-$clone | sed 1q; done
claimed in auth: task 5
claimed in auth: task 5
$ claudestep -q next auth --claim --no-sync --op-id last-one | sed 1q; claudestep -C ../two -q next auth --claim --no-sync | sed 1q; claudestep -C ../two -q task edit auth 1 --description 'One more' --op-id beside
claimed in auth: task 6
claimed in auth: task 6
$ git push -q -f origin early:claudestep-metadata && for clone in one two; do CLAUDESTEP_NOW=2026-01-01T00:20:00Z claudestep -C ../$clone -q sync --accept-rewind --no-push; done
$ claudestep -q sync && claudestep -C ../two -q sync && claudestep -q sync
$ claudestep next auth --claim --no-sync --op-id moved-one; claudestep -C ../two next auth --claim --no-sync --op-id moved-two
! error: cannot tell whether task 5 of 'auth' is claimed by 'moved-one' or by another
!   caused by: cc776f18055913e06c53a0cc60b1713d435bb591 claimed it in the same second, in the same name
! hint: another --op-id claims the next
! error: cannot tell whether task 5 of 'auth' is claimed by 'moved-two' or by another
!   caused by: 761537a11b7578f34032928778ad1ae90ad88ba8 claimed it in the same second, in the same name
! hint: another --op-id claims the next
[4]
$ claudestep next auth --claim --no-sync --op-id last-one
! error: cannot tell whether task 6 of 'auth' is claimed by 'last-one' or by another
!   caused by: cc776f18055913e06c53a0cc60b1713d435bb591 claimed it in the same second, in the same name
! hint: another --op-id claims the next
[4]
# Here the claims are the last of more operations than a commit lists: carried on with others' work, and among those of one write.
$ claudestep -q project create pad && claudestep -q task add auth --description Seven && claudestep -q task add auth --description Eight && claudestep -q sync && claudestep -C ../two -q sync && git branch -f early claudestep-metadata && claudestep -q project create more && claudestep -q sync && claudestep -C ../two -q sync
$ for clone in one two; do for n in $(seq 21); do claudestep -C ../$clone -q task add pad --description "$clone $n"; done; claudestep -C ../$clone -q next auth --claim --no-sync --op-id many-$clone | sed 1q; done
claimed in auth: task 7
claimed in auth: task 7
$ git push -q -f origin early:claudestep-metadata && for clone in one two; do CLAUDESTEP_NOW=2026-01-01T00:20:00Z claudestep -C ../$clone -q sync --accept-rewind --no-push; done
$ claudestep -q sync && claudestep -C ../two -q sync && claudestep -q sync
$ claudestep next auth --claim --no-sync --op-id many-one; claudestep -C ../two next auth --claim --no-sync --op-id many-two
! error: cannot tell whether task 7 of 'auth' is claimed by 'many-one' or by another
!   caused by: e7f8cd736fc91eceade0e03175bf0759eba7afda claimed it in the same second, in the same name
! hint: another --op-id claims the next
! error: cannot tell whether task 7 of 'auth' is claimed by 'many-two' or by another
!   caused by: 0f42fe5afd4258d9f8889d63e6615d47a7e54500 claimed it in the same second, in the same name
! hint: another --op-id claims the next
[4]
$ claudestep -q next auth --claim --no-sync --op-id beside-many | sed 1q; (for n in $(seq 21); do echo "{\"op\":\"add-task\",\"project\":\"pad\",\"description\":\"d$n\"}"; done; echo '{"op":"claim","project":"auth","task":8,"by":"A U Thor"}') | claudestep -C ../two -q apply
claimed in auth: task 8
$ claudestep -q sync && claudestep -C ../two -q sync && claudestep -q sync && claudestep next auth --claim --no-sync --op-id beside-many
! error: cannot tell whether task 8 of 'auth' is claimed by 'beside-many' or by another
!   caused by: b6270589d06a68028239d36d85cda558377ed689 claimed it in the same second, in the same name
! hint: another --op-id claims the next
[4]
# A shallow clone that does not have the other's claim cannot tell; one that ends at its own claim can.
$ for task in Nine Ten; do claudestep -q task add auth --description $task; done; claudestep -q sync && claudestep -C ../two -q sync
$ claudestep -q next auth --claim --no-sync --op-id with-twin | sed 1q; claudestep -C ../two -q next auth --claim --no-sync --op-id twin | sed 1q; for n in 1 2 3; do claudestep -C ../two -q task add pad --description "after $n"; done
claimed in auth: task 9
claimed in auth: task 9
$ claudestep -q sync && claudestep -C ../two -q sync && claudestep -q sync && git clone -q --bare --depth 2 -b claudestep-metadata file://$PWD/../hub.git ../cut.git && claudestep -C ../cut.git next auth --claim --no-sync --op-id with-twin
! error: cannot tell whether the claim of 'with-twin' is that of another as well
!   caused by: this clone is shallow, and who claimed the same task in the same second may be in what it does not have of the metadata branch
! hint: git -C ../cut.git fetch --unshallow
! hint: in a workflow: actions/checkout with fetch-depth: 0
[6]
$ claudestep -q next auth --claim --no-sync --op-id alone | sed 1q; claudestep -q sync && git clone -q --bare --depth 1 -b claudestep-metadata file://$PWD/../hub.git ../short.git && claudestep -C ../short.git -q next auth --claim --no-sync --op-id alone | sed 1q
claimed in auth: task 10
claimed in auth: task 10
