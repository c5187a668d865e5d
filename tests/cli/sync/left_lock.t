# A fetch that was killed left its lock. No sync has it while another one has its turn: the next one
# takes it away, and says what the remote really had.
$ git init -q --bare hub && git init -q one && cd one && git remote add origin ../hub
$ claudestep project create auth -q && claudestep sync --force-first -q
$ cd .. && git clone -q hub two --no-checkout 2>/dev/null; cd two && claudestep sync -q && cd ../one
$ claudestep task add auth --description Theirs -q && claudestep sync -q && cd ../two
$ lock=$(ls -d .git/refs/claudestep/incoming/*)/claudestep-metadata.lock && touch -d '1 hour ago' $lock
$ claudestep task add auth --description Ours -q && claudestep sync --json --timeout 5s
{
  "kind": "sync",
  "version": 1,
  "remote": "origin",
  "ref": "refs/heads/claudestep-metadata",
  "commit": "bd56931e56a6e193868a5afeb7a53c9623f7811c",
  "local_before": "39867b2469eefa5120937083bfa766615d70c800",
  "remote_before": "2ed6e7bf38f42695a7d8aca76f789c630a7be5d2",
  "fetched": true,
  "merged": true,
  "pushed": true,
  "rewound": false,
  "squashed": null,
  "receipts": [],
  "retries": 0
}
! removed 'refs/claudestep/incoming/181fdd46fc4a/claudestep-metadata.lock', which a fetch that was killed had left
$ find .git -name '*.lock' | grep -v write.lock
[1]
# A young one may be that of a git that packs refs, and stays.
$ touch .git/refs/claudestep/incoming/181fdd46fc4a/claudestep-metadata.lock && claudestep sync --timeout 1s 2>err; code=$?; sed 's/ [0-9]* rounds/ some rounds/' err; rm err; exit $code
error: cannot fetch from 'origin'
  caused by: error: cannot lock ref 'refs/claudestep/incoming/181fdd46fc4a/claudestep-metadata': Unable to create '$TESTDIR/two/.git/refs/claudestep/incoming/181fdd46fc4a/claudestep-metadata.lock': File exists.
  caused by: Another git process seems to be running in this repository, e.g.
  caused by: an editor opened by 'git commit'. Please make sure all processes
  caused by: are terminated then try again. If it still fails, a git process
  caused by: may have crashed in this repository earlier:
  caused by: remove the file manually to continue.
  caused by: gave up after some rounds; what was written is safe in the local branch
hint: try again, when no other git is at work here; --timeout T waits longer
[4]
$ rm .git/refs/claudestep/incoming/181fdd46fc4a/claudestep-metadata.lock && claudestep sync
nothing to do: 'claudestep-metadata' is the same here and on 'origin'
