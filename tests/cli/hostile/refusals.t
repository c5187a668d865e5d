# What is refused is refused by its own name, and the way out that is named works.
$ git init -q repo && cd repo && git commit -q --allow-empty -m begin
$ claudestep diff 7d
! error: there is no branch 'claudestep-metadata'
! hint: claudestep init
[3]
$ claudestep project create auth >out && claudestep task add auth --description 'Add login' >out
$ claudestep next auth --claim --ttl 36500d
! error: cannot claim task 1 of 'auth': a claim lives 365 days at most
! hint: 2h is usual
[2]
$ claudestep pr open auth --task 1 --pr 5 --branch b --reviewer ' '
! error: cannot open #5 in 'auth': the reviewer is blank
! hint: give the reviewer
[2]
$ claudestep pr open auth --task 1 --pr 5 --branch b --title ' ' >out && claudestep pr list auth
  PR  STATE  TASK  REVIEWER  OPENED       COST  TITLE
  #5  open      1  -         2026-01-01  $0.00  Add login
$ claudestep log --since 2026-01-01 --until 2025-01-01
! error: nothing is at or after '2026-01-01' and before '2025-01-01'
! hint: --since takes the earlier of the two
[2]
$ claudestep help --man-pages ''
! error: the empty word names no folder
[2]
$ git clone -q --depth 1 --branch claudestep-metadata "file://$PWD" ../shallow && cd ../shallow
$ claudestep stats --at 2020-02-01
! error: this clone has no commit as old as '2020-02-01'
!   caused by: it is shallow, and the metadata branch ends there
! hint: git fetch --unshallow
[3]
$ git fetch -q --unshallow && claudestep stats --at 2020-02-01
! error: the metadata branch has no commit as old as '2020-02-01'
[3]

# A ref that holds no id was not broken by pruning, and git cannot show its log by name.
$ cd ../repo && echo xyz >.git/refs/heads/claudestep-metadata
$ claudestep stats
! error: cannot read the ref 'refs/heads/claudestep-metadata'
!   caused by: corrupted loose reference file: refs/heads/claudestep-metadata
! hint: cat "$(git rev-parse --path-format=absolute --git-path logs/refs/heads/claudestep-metadata)"
[5]
$ cat "$(git rev-parse --git-path logs/refs/heads/claudestep-metadata)" | wc -l
3

# The same name mistyped is refused, whatever bounds the question has.
$ cd .. && git init -q again && cd again && claudestep project create alpha >out
$ claudestep log alpa --since 30d
! error: no project 'alpa'
! hint: did you mean 'alpha'?
[3]
$ claudestep log alpa --receipts
! error: no project 'alpa'
! hint: did you mean 'alpha'?
[3]
$ claudestep project delete alpha >out && claudestep log alpha --until 2020-01-01
! no commit of that time changed 'alpha'

# A tree that is lost is told with the way out, by the question and by the write.
$ tree=$(git rev-parse claudestep-metadata^{tree}); rm -f ".git/objects/$(echo "$tree" | cut -c1-2)/$(echo "$tree" | cut -c3-)"
$ claudestep stats
! error: the tree d568644fc5bbf8082f648bd37bb8766fb276bbe1 is missing
!   caused by: objects were pruned while somebody wrote (git gc --prune=now), or the object store is damaged
! hint: look for a whole state before anything else is pruned: other clones, work trees and remote-tracking refs may still have the missing objects
! hint: claudestep doctor
! hint: cat "$(git rev-parse --path-format=absolute --git-path logs/refs/heads/claudestep-metadata)"
[5]
$ claudestep project create beta
! error: the tree d568644fc5bbf8082f648bd37bb8766fb276bbe1 is missing
!   caused by: objects were pruned while somebody wrote (git gc --prune=now), or the object store is damaged
! hint: look for a whole state before anything else is pruned: other clones, work trees and remote-tracking refs may still have the missing objects
! hint: claudestep doctor
! hint: cat "$(git rev-parse --path-format=absolute --git-path logs/refs/heads/claudestep-metadata)"
[5]
