# What the reconcile of prepare completes is said, and in the answer.
$ git init -q -b main repo && cd repo && git commit -q --allow-empty -m begin && claudestep project create auth -q && claudestep task add auth --description one -q
$ git checkout -q -b b1 && git commit -q --allow-empty -m work && git checkout -q main && claudestep pr open auth --task 1 --pr 1 --branch b1 -q && git merge -q --no-ff -m 'Merge pull request #1 from acme/b1' b1
$ cp -r . ../again && claudestep prepare auth
auth is complete: every task is done
! reconciled: 1 change
! auth is complete: every task is done
[1]
$ cd ../again && claudestep prepare auth --json | jq -c '[.reason, .reconciled, .completed_projects]'
["complete",1,["auth"]]
! auth is complete: every task is done
$ claudestep prepare auth --json | jq -c '[.reason, .reconciled, .completed_projects]'
["complete",0,[]]
