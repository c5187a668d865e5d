# A claim is known by its op-id whatever its project is called by now, and only there.
$ git init -q --bare repo.git && cd repo.git && claudestep project create auth -q && claudestep task add auth --description One -q && claudestep task add auth --description Two -q
$ claudestep next auth --claim --op-id X | head -n 3
claimed in auth: task 1
  description  One
  id           8b125077
$ claudestep project rename auth login -q && claudestep project rename login signin -q && claudestep task add signin --description "Before it" --index 1 -q
$ claudestep next signin --claim --op-id X | head -n 3
claimed in signin: task 2
  description  One
  id           8b125077
# Asked again by the name that it had then, too.
$ claudestep next auth --claim --op-id X | head -n 1 && claudestep prepare auth --op-id X | head -n 1
claimed in signin: task 2
claimed in signin: task 2
# Another project has its name since.
$ claudestep project create auth -q && claudestep task add auth --description One -q && claudestep next auth --claim --op-id X
! error: the write with this --op-id claimed no task of 'auth'
!   caused by: what was 'auth' when it was done, in 21060cbb3077b5881d60271a007152f0fcc40a15, is not what is called so now
! hint: an --op-id stands for one write: give this one another
[4]
$ claudestep next signin --claim --op-id X | head -n 1
claimed in signin: task 2
# The two exchange their names.
$ claudestep project rename auth tmp -q && claudestep project rename signin auth -q && claudestep project rename tmp signin -q
$ claudestep next auth --claim --op-id X | head -n 1
claimed in auth: task 2
$ claudestep next signin --claim --op-id X
! error: the write with this --op-id claimed no task of 'signin'
!   caused by: 21060cbb3077b5881d60271a007152f0fcc40a15 says: 'auth: claim task 1'
! hint: an --op-id stands for one write: give this one another
[4]
# A claim that has ended is made anew, under the new name as well; one that came to a pull request is not.
$ claudestep task release auth 8b125077 -q && claudestep next auth --claim --op-id X | head -n 1 && claudestep project rename auth basket -q && claudestep next basket --claim --op-id X | head -n 1
claimed in auth: task 1
claimed in basket: task 1
$ claudestep pr open basket --task 1 --pr 7 --branch b -q && claudestep prepare basket --op-id X
nothing is ready in basket
  - task 1 (2465b048) is in progress: #7
! the task that this --op-id claimed is in progress or done
! hint: another --op-id claims the next
[1]
# One that was deleted and made anew is asked for by its name.
$ claudestep project delete signin -q && claudestep project create signin -q && claudestep task add signin --description One -q && claudestep next signin --claim --op-id Y | head -n 1
claimed in signin: task 1
$ claudestep project delete signin -q && claudestep project create signin -q && claudestep task add signin --description One -q && claudestep next signin --claim --op-id Y | head -n 1
claimed in signin: task 1
