# What other tools may leave on a remote, between what was written here and what is pushed: none of it
# stops a sync, and what cannot be read afterwards is said with the way out.
$ git init -q --bare remote.git && git init -q --bare one && cd one && git remote add origin ../remote.git
$ claudestep project create -q auth && claudestep project create -q pay && claudestep task add -q auth --description one && claudestep sync -q --force-first
$ git update-ref refs/heads/start claudestep-metadata
--- file odd.sh
# Puts on the remote: the commit `start` with the raw tree of the given entries as projects/, as
# another tool may have pushed it; and here what was written meanwhile.
tree=$(python3 ../entry.py "$@" | git hash-object -t tree -w --stdin --literally)
root=$(printf '040000 tree %s\tprojects\n' $tree | git mktree --missing)
git update-ref refs/heads/odd $(git commit-tree -p start -m odd $root)
git push -q --force origin odd:claudestep-metadata start:start
git update-ref refs/heads/claudestep-metadata start
git update-ref refs/remotes/origin/claudestep-metadata start
claudestep task add -q auth --description ours
--- end
--- file entry.py
import sys
for word in sys.argv[1:]:
    mode, name, blob = word.split(",")
    sys.stdout.buffer.write(f"{mode} {name}\0".encode() + bytes.fromhex(blob))
--- end
$ export auth=$(git rev-parse start:projects/auth.json) pay=$(git rev-parse start:projects/pay.json) empty=$(git hash-object -t tree -w --stdin </dev/null)
# Entries that are not sorted, and a name that is no project's.
$ sh ../odd.sh "100644,zeta.json,$pay" "100644,pay.json,$pay" "100644,auth.json,$auth" "100644,no name.json,$pay"
$ claudestep sync && claudestep list && git ls-tree --name-only claudestep-metadata projects/
[ac87d71] sync 'claudestep-metadata' with 'origin'
  fetched e3fdfa1..823b64f
  merged  both sides
  pushed  823b64f..ac87d71
  PROJECT  STATE        DONE  CREATED     UPDATED     COMPLETED
  auth     not_started   0/2  2026-01-01  2026-01-01  -
  pay      empty         0/0  2026-01-01  2026-01-01  -
  zeta     empty         0/0  2026-01-01  2026-01-01  -
projects/auth.json
projects/no name.json
projects/pay.json
projects/zeta.json
! warning: cannot read 'projects/no name.json': it is not named like a project: it contains ' '
# A link, a submodule and a folder where projects were: the one that was changed here stays, with a receipt.
$ sh ../odd.sh "120000,auth.json,$pay" "160000,pay.json,$(git rev-parse start)" "040000,zeta.json,$empty"
$ claudestep sync && claudestep task list auth && claudestep list
[13bbf1e] sync 'claudestep-metadata' with 'origin'
  fetched d837b9f..2432154
  merged  both sides
  pushed  2432154..13bbf1e
  gave way: projects/auth.json: content: kept 'b000f33291e0d79810e3a5cdae4997db66acdbb8', gave up 'dc7c65d5f1c6d428c246902e533c39652c08da0b'
  TASK  ID        STATUS          DESCRIPTION
     1  7692c3ad  pending, ready  one
     2  ae0bec9e  pending, ready  ours
  PROJECT  STATE        DONE  CREATED     UPDATED     COMPLETED
  auth     not_started   0/2  2026-01-01  2026-01-01  -
! warning: cannot read 'projects/pay.json': it is a submodule
! warning: cannot read 'projects/zeta.json': it is a folder
# One name twice: both sides changed the folder, so one of the two stays, with a receipt.
$ sh ../odd.sh "100644,auth.json,$auth" "100644,pay.json,$pay" "100644,pay.json,$auth"
$ claudestep sync && claudestep list ; claudestep task list pay
[6c3864b] sync 'claudestep-metadata' with 'origin'
  fetched d7e2517..1acae07
  merged  both sides
  pushed  1acae07..6c3864b
  gave way: projects/pay.json: content: kept 'dc7c65d5f1c6d428c246902e533c39652c08da0b', gave up 'bc2b6590fd368f677df4bbde1c1eab0a61561ea9'
  PROJECT  STATE        DONE  CREATED     UPDATED     COMPLETED
  auth     not_started   0/2  2026-01-01  2026-01-01  -
  pay      empty         0/0  2026-01-01  2026-01-01  -
! no task to show
# Where nothing was written here, the branch is taken as it is, and nobody writes to such a project.
$ sh ../odd.sh "100644,auth.json,$auth" "100644,pay.json,$pay" "100644,pay.json,$auth" && git update-ref refs/heads/claudestep-metadata start && claudestep sync -q
$ claudestep task add pay --description more
! error: projects/pay.json: the project file is in its folder twice
! hint: claudestep explain tree/duplicate-entry
[5]
$ claudestep explain tree/duplicate-entry
tree/duplicate-entry: a folder has one name twice (error)
\
The tree was made by a broken program. Which of the two counts depends on who
reads it: git checks out one of them and says nothing. No command writes to such
a project.
\
Way out: decide which of the two is true: of a file 'git ls-tree BRANCH
projects/' lists both. Then 'git worktree add DIR BRANCH', there 'git rm
--cached' it, put the true content in its place, 'git add' it and commit; of
projects or archive itself 'claudestep doctor' prints the commands.
# The way out that it names.
$ git worktree add -q ../tree claudestep-metadata && cd ../tree && git rm -q --cached projects/pay.json && git cat-file blob $pay >projects/pay.json && git add projects && git commit -q -m "Keep one"
$ cd ../one && git worktree remove ../tree && claudestep task add pay --description more && claudestep sync && claudestep fsck
[a2ec0a4] pay: add task 'more'
[a2ec0a4] sync 'claudestep-metadata' with 'origin'
  pushed  bf62299..a2ec0a4
2 files checked: nothing found
# A lock that a killed push left in a remote.
$ touch ../remote.git/refs/heads/claudestep-metadata.lock && claudestep task add -q pay --description again && claudestep sync --timeout 1s 2>&1 | sed 's/after [0-9]* rounds*/after N rounds/'
error: the branch is locked at 'origin'
  caused by: the last push came to: [remote rejected] (failed to update ref)
  caused by: remote: error: cannot lock ref 'refs/heads/claudestep-metadata': Unable to create '$TESTDIR/remote.git/./refs/heads/claudestep-metadata.lock': File exists.
  caused by: remote: Another git process seems to be running in this repository, e.g.
  caused by: remote: an editor opened by 'git commit'. Please make sure all processes
  caused by: remote: are terminated then try again. If it still fails, a git process
  caused by: remote: may have crashed in this repository earlier:
  caused by: remote: remove the file manually to continue.
  caused by: error: failed to push some refs to '../remote.git'
  caused by: gave up after N rounds; what was written is safe in the local branch
hint: try again; if nobody is pushing there, a push that was killed left the lock: remove that file where the remote lies
$ rm ../remote.git/refs/heads/claudestep-metadata.lock && claudestep sync
[384920b] sync 'claudestep-metadata' with 'origin'
  pushed  a2ec0a4..384920b
