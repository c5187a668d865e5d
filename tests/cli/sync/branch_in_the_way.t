# What no waiting changes ends the sync at once, with all that git said of it.
$ git init -q --bare remote.git && git init -q one && cd one && git remote add origin ../remote.git
$ claudestep project create auth -q && claudestep sync --force-first -q
$ git -C ../remote.git update-ref -d refs/heads/claudestep-metadata && git -C ../remote.git update-ref refs/heads/claudestep-metadata/x $(git rev-parse claudestep-metadata)
$ claudestep sync --accept-rewind
! error: the remote 'origin' refused 'claudestep-metadata': [remote rejected] (failed to update ref)
!   caused by: remote: error: cannot lock ref 'refs/heads/claudestep-metadata': 'refs/heads/claudestep-metadata/x' exists; cannot create 'refs/heads/claudestep-metadata'
!   caused by: error: failed to push some refs to '../remote.git'
! hint: what was written is safe in the local branch; claudestep sync pushes it once the remote lets it
[7]
$ claudestep sync --accept-rewind --json
! {"kind":"error","version":1,"code":"rejected","message":"the remote 'origin' refused 'claudestep-metadata': [remote rejected] (failed to update ref)","causes":["remote: error: cannot lock ref 'refs/heads/claudestep-metadata': 'refs/heads/claudestep-metadata/x' exists; cannot create 'refs/heads/claudestep-metadata'","error: failed to push some refs to '../remote.git'"],"hints":["what was written is safe in the local branch; claudestep sync pushes it once the remote lets it"],"retryable":false,"place":null}
[7]
# The same on this side: a fetch that cannot be noted.
$ git -C ../remote.git update-ref -d refs/heads/claudestep-metadata/x && claudestep sync --accept-rewind --force-first -q && cd ..
$ git clone -q --no-checkout remote.git two -b claudestep-metadata && cd two && claudestep task add auth --description "Add login" -q
$ git update-ref refs/claudestep HEAD && claudestep sync
! error: cannot fetch from 'origin'
!   caused by: error: cannot lock ref 'refs/claudestep/incoming/181fdd46fc4a/claudestep-metadata': 'refs/claudestep' exists; cannot create 'refs/claudestep/incoming/181fdd46fc4a/claudestep-metadata'
!   caused by: error: some local refs could not be updated; try running
!   caused by: 'git remote prune origin' to remove any old, conflicting branches
! hint: claudestep doctor
[7]
$ git update-ref -d refs/claudestep && claudestep sync
[ff27987] sync 'claudestep-metadata' with 'origin'
  pushed  83724d1..ff27987
