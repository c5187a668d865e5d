# What claudestep cannot open is exit 6 for every command, with the way out.
$ git init -q --bare --object-format=sha256 sha256.git
$ claudestep -C sha256.git list
! error: the repository at '$TESTDIR/sha256.git' names its objects by sha256, which claudestep cannot read
! hint: keep the metadata in a repository made with 'git init --object-format=sha1'
[6]
$ claudestep -C sha256.git project create auth
! error: the repository at '$TESTDIR/sha256.git' names its objects by sha256, which claudestep cannot read
! hint: keep the metadata in a repository made with 'git init --object-format=sha1'
[6]
$ claudestep -C sha256.git list --json
! {"kind":"error","version":1,"code":"unsupported","message":"the repository at '$TESTDIR/sha256.git' names its objects by sha256, which claudestep cannot read","causes":[],"hints":["keep the metadata in a repository made with 'git init --object-format=sha1'"],"retryable":false,"place":null}
[6]
