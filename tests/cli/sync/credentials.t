# A password in an address is shown by no one: not in errors, nor in what git says, nor on success.
$ git init -q --bare remote.git && git init -q one && cd one
$ claudestep project create auth -q
$ claudestep sync https://ann:secretpw@127.0.0.1:1/x.git 2>&1 | sed 's/Failed to connect.*/(no connection)/'
error: cannot fetch from 'https://127.0.0.1:1/x.git'
  caused by: fatal: unable to access 'https://127.0.0.1:1/x.git/': (no connection)
$ claudestep sync -v --json https://secrettoken@127.0.0.1:1/x.git 2>&1 | sed 's/Failed to connect[^"]*/(no connection)/'
{"kind":"error","version":1,"code":"git_failed","message":"cannot fetch from 'https://127.0.0.1:1/x.git'","causes":["fatal: unable to access 'https://127.0.0.1:1/x.git/': (no connection)"],"hints":[],"retryable":false,"place":null}
$ claudestep sync origin https://ann:secretpw@host/x.git
! error: unexpected operand 'https://host/x.git'
! hint: usage: claudestep sync [REMOTE] [--no-push] [--no-fetch] [--timeout T] [--force-first] [--accept-rewind] [--squash]
[2]
$ git config url.$TESTDIR/remote.git.insteadOf https://ann:secretpw@host/x.git
$ claudestep sync https://ann:secretpw@host/x.git
! error: the remote 'https://host/x.git' is empty
!   caused by: a forge makes the first branch that it gets its default: the one that people see and clone
! hint: push the code first; or, to push 'claudestep-metadata' all the same: claudestep sync https://host/x.git --force-first
[4]
$ claudestep sync --force-first https://ann:secretpw@host/x.git
[83724d1] sync 'claudestep-metadata' with 'https://host/x.git'
  pushed  nothing..83724d1
$ claudestep sync --json https://ann:secretpw@host/x.git
{
  "kind": "sync",
  "version": 1,
  "remote": "https://host/x.git",
  "ref": "refs/heads/claudestep-metadata",
  "commit": "83724d120d37697765e0a60ba863aedb8f1ed4ad",
  "local_before": "83724d120d37697765e0a60ba863aedb8f1ed4ad",
  "remote_before": "83724d120d37697765e0a60ba863aedb8f1ed4ad",
  "fetched": false,
  "merged": false,
  "pushed": false,
  "rewound": false,
  "squashed": null,
  "receipts": [],
  "retries": 0
}
# What git and a remote make of addresses is passed on without them.
--- file hook
#!/bin/sh
echo "moved to https://ann:secretpw@elsewhere/x.git" >&2
exit 1
--- end
$ cp ../hook ../remote.git/hooks/pre-receive && chmod +x ../remote.git/hooks/pre-receive && claudestep task add auth --description "Add login" -q
$ claudestep sync https://ann:secretpw@host/x.git
! error: the remote 'https://host/x.git' refused 'claudestep-metadata': [remote rejected] (pre-receive hook declined)
!   caused by: remote: moved to https://elsewhere/x.git
!   caused by: error: failed to push some refs to '$TESTDIR/remote.git'
! hint: what was written is safe in the local branch; claudestep sync pushes it once the remote lets it
[7]
$ git config url.https://ann:secretpw@127.0.0.1:1/.insteadOf short: && claudestep sync short:x.git 2>&1 | sed 's/Failed to connect.*/(no connection)/'
error: cannot fetch from 'short:x.git'
  caused by: fatal: unable to access 'https://127.0.0.1:1/x.git/': (no connection)
$ git grep -q secretpw $(git for-each-ref --format='%(objectname)'); grep -rl "secretpw\|secrettoken" .git
.git/config
# Of an address in use they are known, and taken out of whatever git makes of it: decoded, without the
# scheme, without a host.
$ claudestep sync git://ann:secretpw@127.0.0.1:1/x.git 2>&1 | grep -c secretpw
0
[1]
$ claudestep sync git://ann:secretpw@nowhere.invalid/x.git 2>&1 | sed 's/(port 9418).*/(port 9418)/'
error: cannot fetch from 'git://nowhere.invalid/x.git'
  caused by: fatal: unable to look up nowhere.invalid (port 9418)
$ git remote add hub git://ann:secret%21pw@nowhere.invalid/x.git && claudestep sync hub 2>&1 | sed 's/(port 9418).*/(port 9418)/'
error: cannot fetch from 'hub'
  caused by: fatal: unable to look up nowhere.invalid (port 9418)
$ claudestep sync ann:secretpw@nowhere.invalid/x.git 2>&1 | grep -c secretpw
0
[1]
--- file ssh
#!/bin/sh
echo "ssh $*: secretpw is not ann's password" >&2
exit 255
--- end
$ chmod +x ../ssh && GIT_SSH=$TESTDIR/ssh claudestep sync ssh://ann:secretpw@host/x.git
! error: cannot fetch from 'ssh://host/x.git'
!   caused by: ssh -o SendEnv=GIT_PROTOCOL host git-upload-pack '/x.git': *** is not ann's password
!   caused by: fatal: Could not read from remote repository.
!   caused by: Please make sure you have the correct access rights
!   caused by: and the repository exists.
[7]
$ GIT_SSH=$TESTDIR/ssh claudestep sync ssh://git@host/x.git
! error: cannot fetch from 'ssh://host/x.git'
!   caused by: ssh -o SendEnv=GIT_PROTOCOL git@host git-upload-pack '/x.git': *** is not ann's password
!   caused by: fatal: Could not read from remote repository.
!   caused by: Please make sure you have the correct access rights
!   caused by: and the repository exists.
[7]
# Nor one that holds what an address may not, or of an address that lacks a slash; by no command.
$ git remote add odd 'http://ann:secret/pw@127.0.0.1:1/x.git' && claudestep sync odd 2>&1 | sed 's/URL .*/(no port)/'
error: cannot fetch from 'odd'
  caused by: fatal: unable to access 'http://127.0.0.1:1/x.git/': (no port)
$ claudestep sync odd --json 2>&1 | grep -c "secret"; claudestep next auth --claim 2>&1 | grep secret
0
[1]
$ claudestep sync //ann:secretpw@127.0.0.1/x.git
! error: cannot fetch from '//127.0.0.1/x.git'
!   caused by: fatal: '//127.0.0.1/x.git' does not appear to be a git repository
!   caused by: fatal: Could not read from remote repository.
!   caused by: Please make sure you have the correct access rights
!   caused by: and the repository exists.
[7]
$ GIT_SSH=$TESTDIR/ssh claudestep sync http:/ann:secretpw@host/x.git
! error: cannot fetch from 'http:/host/x.git'
!   caused by: ssh -o SendEnv=GIT_PROTOCOL http git-upload-pack '/host/x.git': *** is not ann's password
!   caused by: fatal: Could not read from remote repository.
!   caused by: Please make sure you have the correct access rights
!   caused by: and the repository exists.
[7]
$ GIT_SSH=$TESTDIR/ssh claudestep sync ann:secret/pw@host/x.git
! error: cannot fetch from 'ann:***@host/x.git'
!   caused by: ssh -o SendEnv=GIT_PROTOCOL ann git-upload-pack '***@host/x.git': *** is not ann's password
!   caused by: fatal: Could not read from remote repository.
!   caused by: Please make sure you have the correct access rights
!   caused by: and the repository exists.
[7]
