# A mirror: git's own fetch takes what was written away, its push what others synced; sync does neither.
$ git init -q --bare remote.git && git init -q one && cd one && git remote add origin ../remote.git
$ claudestep project create auth -q && claudestep sync --force-first -q && cd ..
$ git clone -q --mirror remote.git mirror.git && cd mirror.git
$ claudestep task add auth --description "Add login"
[6ae2610] auth: add task 'Add login'
! warning: a plain git fetch from 'origin' takes this write away unless it was synced (remote.origin.fetch is '+refs/*:refs/*'); claudestep doctor tells the way out
$ claudestep doctor | grep -A1 remote
problem  remote      git push to 'origin' puts the branches that are here in the place of those there, with all that others synced: remote.origin.mirror is true
                     hint: git config remote.origin.mirror false; claudestep sync does not mirror in any case
ok       remote      'origin'
problem  remote      git fetch from 'origin' puts what it has in the place of 'claudestep-metadata', with all that was not synced: remote.origin.fetch is '+refs/*:refs/*'
                     hint: git config --add remote.origin.fetch '^refs/heads/claudestep-metadata' leaves the branch out; claudestep sync goes on fetching it
ok       ref         'refs/heads/claudestep-metadata'
$ claudestep sync
[6ae2610] sync 'claudestep-metadata' with 'origin'
  pushed  83724d1..6ae2610
$ claudestep sync
nothing to do: 'claudestep-metadata' is the same here and on 'origin'
# What the warning is about.
$ claudestep task add auth --description "Lost" -q && git fetch -q && claudestep task list auth
  TASK  ID        STATUS          DESCRIPTION
     1  0e100ea6  pending, ready  Add login
! warning: a plain git fetch from 'origin' takes this write away unless it was synced (remote.origin.fetch is '+refs/*:refs/*'); claudestep doctor tells the way out
# Where doctor leads.
$ git config --add remote.origin.fetch '^refs/heads/claudestep-metadata' && git config remote.origin.mirror false
$ claudestep doctor | grep -A1 remote
ok       remote      'origin'
ok       ref         'refs/heads/claudestep-metadata'
$ claudestep task add auth --description "Kept" && git fetch -q --prune && claudestep task list auth
[eb6dd99] auth: add task 'Kept'
  TASK  ID        STATUS          DESCRIPTION
     1  0e100ea6  pending, ready  Add login
     2  c159e746  pending, ready  Kept
$ claudestep sync && git -C ../one fetch -q && claudestep -C ../one task list auth
[eb6dd99] sync 'claudestep-metadata' with 'origin'
  pushed  6ae2610..eb6dd99
  TASK  ID        STATUS          DESCRIPTION
     1  0e100ea6  pending, ready  Add login
     2  c159e746  pending, ready  Kept
# A refspec of one's own.
$ cd .. && git clone -q --bare remote.git bare.git && cd bare.git && git config remote.up.url ../remote.git
$ git config remote.up.fetch '+main:claudestep-metadata' && claudestep doctor | grep -A1 "git fetch from"
problem  remote      git fetch from 'up' puts what it has in the place of 'claudestep-metadata', with all that was not synced: remote.up.fetch is '+main:claudestep-metadata'
                     hint: git config --add remote.up.fetch '^refs/heads/main' leaves the branch out; claudestep sync goes on fetching it
$ git config remote.up.fetch 'refs/heads/*:refs/heads/*' && claudestep doctor | grep "git fetch from"
[1]
