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
