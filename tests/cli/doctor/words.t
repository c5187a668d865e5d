# doctor names what stands in the way, also where no repository can be opened.
$ claudestep doctor | sed 's/git version .*/git version N/'
ok       git         git version N
problem  repository  not a git repository (or any of the parent directories): '$TESTDIR'
                     hint: run it inside a repository, or name one with -C or --git-dir
1 problem, 0 warnings
$ claudestep doctor >out
[1]
$ git init -q --bare repo.git && cd repo.git
$ claudestep doctor | sed 's/git version .*/git version N/'
ok       git         git version N
ok       repository  '$TESTDIR/repo.git'
ok       clone       the clone is complete
ok       author      A U Thor <author@example.com>
ok       disk        objects and refs can be written
ok       flock       the file system knows flock
ok       lock        nobody holds a lock on the branch
ok       remote      there is no remote: metadata stays in this repository
ok       ref         'refs/heads/claudestep-metadata'
warning  branch      there is no branch 'claudestep-metadata', here or fetched from a remote
                     hint: claudestep init
                     hint: the first write makes it as well
ok       objects     0 loose objects
ok       worktree    the branch is checked out nowhere
0 problems, 1 warning
$ claudestep project create auth >out
$ claudestep doctor | sed 's/git version .*/git version N/'
ok       git         git version N
ok       repository  '$TESTDIR/repo.git'
ok       clone       the clone is complete
ok       author      A U Thor <author@example.com>
ok       disk        objects and refs can be written
ok       flock       the file system knows flock
ok       lock        nobody holds a lock on the branch
ok       remote      there is no remote: metadata stays in this repository
ok       ref         'refs/heads/claudestep-metadata'
ok       branch      'claudestep-metadata' is here
ok       tip         the tip is whole
ok       files       1 project file, all in the form 2.0
ok       objects     10 loose objects, all sound
ok       worktree    the branch is checked out nowhere
all is well
$ claudestep doctor -q >out
$ git config core.repositoryFormatVersion 1 && git config extensions.objectFormat sha256
$ claudestep doctor | sed 1d
problem  repository  the repository at '$TESTDIR/repo.git' names its objects by sha256, which claudestep cannot read
                     hint: keep the metadata in a repository made with 'git init --object-format=sha1'
1 problem, 0 warnings
$ sed -i "s/objectFormat = sha256/refStorage = reftable/" config
$ claudestep doctor | sed 1d
problem  repository  the repository at '$TESTDIR/repo.git' keeps its refs as reftable, which claudestep cannot read
                     hint: 'git refs migrate --ref-format=files' (git 2.46 or newer) turns it into one that works
1 problem, 0 warnings
$ sed -i 's/refStorage = reftable/frobnicate = true/' config
$ claudestep doctor | sed 1d
problem  repository  the repository at '$TESTDIR/repo.git' uses the extension 'frobnicate', which claudestep does not know
                     hint: keep the metadata in a repository without it
1 problem, 0 warnings
$ sed -i '/frobnicate/d' config
$ claudestep --ref 'a..b' doctor | sed 1d
problem  ref  'a..b' is not a ref name: it comes from --ref
              hint: a branch name such as claudestep-metadata is enough
1 problem, 0 warnings
$ touch refs/heads/claudestep-metadata.lock && git config gc.pruneExpire now
$ claudestep doctor --json | grep -B2 -A3 '"problem"\|"warning"' | sed 's/for [0-9]* seconds*/for N seconds/'
    {
      "check": "pruning",
      "status": "warning",
      "message": "gc.pruneExpire is 'now': git gc beside a writer takes objects that it has not referenced yet",
      "hints": [
        "leave gc.pruneExpire unset: git's own two weeks are safe"
--
    {
      "check": "lock",
      "status": "problem",
      "message": "'$TESTDIR/repo.git/refs/heads/claudestep-metadata.lock' has been there for N seconds; the journal does not explain it",
      "hints": [
        "a git process is at work, or one was killed; make sure that none runs before the lock file is taken away"
$ claudestep doctor >out
[1]
