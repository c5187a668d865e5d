# A branch in the way of the branch, which is only on the remote: git keeps no ref below another.
$ git init -q --bare -b main shared.git && git init -q -b main one && cd one && git remote add origin "$PWD/../shared.git" && git commit -q --allow-empty -m start && git push -q origin main && claudestep project create auth -q && claudestep sync -q
$ cd .. && git clone -q shared.git two && cd two && git branch claudestep-metadata/x main
$ claudestep task add auth --description "Add login"
! error: the ref 'refs/heads/claudestep-metadata' cannot exist beside 'refs/heads/claudestep-metadata/x'
! hint: name another branch with --ref, or give that one another name with git branch -m
[4]
$ claudestep doctor | grep -v '^ok'
problem  branch      there is no branch 'claudestep-metadata', and it cannot be made beside 'refs/heads/claudestep-metadata/x': every write and sync is refused
                     hint: give that one another name with git branch -m, or choose another for the metadata with git config claudestep.ref
1 problem, 0 warnings
$ git branch -m claudestep-metadata/x y && claudestep doctor | grep -v '^ok'
all is well
