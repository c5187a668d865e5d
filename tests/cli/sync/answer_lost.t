# A sync or a merge whose answer cannot be told names what it made all the same.
$ git init -q --bare shared.git && git init -q one && git -C one remote add origin ../shared.git && cd one && claudestep project create auth -q && claudestep sync --force-first -q
$ git clone -q ../shared.git ../two 2>/dev/null; (cd ../two && claudestep task add auth --description "Add login" -q && claudestep sync -q)
$ claudestep task add auth --description "Add logout" -q && claudestep sync --json >/dev/full
! {"kind":"error","version":1,"code":"io","message":"the sync is done as commit 364e701142f2e71b353759a56cbf72ef8fa0be3f, but its answer is lost","causes":["cannot write to standard output","No space left on device"],"hints":["claudestep log"],"retryable":false,"place":null}
[7]
$ git branch -q other claudestep-metadata && claudestep --ref other task add auth --description "Add roles" -q && claudestep merge other >/dev/full
! error: the merge is done as commit a448a89827c998edda7d18a39df8d0ecd8f2c7be, but its answer is lost
!   caused by: cannot write to standard output
!   caused by: No space left on device
! hint: claudestep log
[7]
$ claudestep sync >/dev/full
! error: the sync is done as commit a448a89827c998edda7d18a39df8d0ecd8f2c7be, but its answer is lost
!   caused by: cannot write to standard output
!   caused by: No space left on device
! hint: claudestep log
[7]
$ claudestep sync >/dev/full
! error: cannot write to standard output
!   caused by: No space left on device
[7]
# One that has brought in what the remote had before it is refused says so: that is here.
$ (cd ../two && claudestep sync -q && claudestep task add auth --description "Add tests" -q && claudestep sync -q)
$ claudestep task add auth --description "Add docs" -q && touch ../shared.git/refs/heads/claudestep-metadata.lock
$ claudestep sync --timeout 1s 2>&1 | grep -E '^error|before that'
error: the branch is locked at 'origin'
  caused by: before that, what 'origin' had was brought in here, as commit b7cff9021933, which stays
