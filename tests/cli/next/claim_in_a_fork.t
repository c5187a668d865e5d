# The team's repository is origin, and remote.pushDefault a fork of one's own: a claim that is won in the fork counts for nobody else, and is told so.
$ git init -q --bare team.git && git init -q m && cd m && git remote add origin ../team.git && claudestep project create auth -q && claudestep task add auth --description "One" -q && claudestep task add auth --description "Two" -q && claudestep sync -q --force-first && cd ..
$ for who in ann bob; do git clone -q --bare team.git $who.git; git init -q $who; git -C $who remote add origin ../team.git; git -C $who fetch -q; git -C $who remote add fork ../$who.git; git -C $who config remote.pushDefault fork; done
$ claudestep -C ann doctor | grep -A 2 ^warning
warning  remote      claims and syncs of 'claudestep-metadata' go to 'fork', and 'origin' has of it what 'fork', as last fetched, does not have: who claims at 'origin' hears nothing of a claim at 'fork', and may get the same task
                     hint: the next hint, with the name of the remote where all claim, chooses that
                     hint: git -C $TESTDIR/ann config branch.claudestep-metadata.remote NAME
--
warning  branch      there is no branch 'claudestep-metadata', here or fetched from a remote
                     hint: to bring it where a remote has it: claudestep -C ann sync
                     hint: where none has it, the next hint makes it
$ claudestep -C ann next auth --claim && claudestep -C bob next auth --claim && claudestep -C ann doctor | grep -A 2 ^warning; git -C team.git log -1 --format=%s claudestep-metadata
claimed in auth: task 1
  description  One
  id           8b125077
  branch       claude-chain-auth-8b125077
  claim        by A U Thor until 2026-01-01T02:03:00Z
claimed in auth: task 1
  description  One
  id           8b125077
  branch       claude-chain-auth-8b125077
  claim        by A U Thor until 2026-01-01T02:03:00Z
warning  remote      claims and syncs of 'claudestep-metadata' go to 'fork', where remote.pushDefault leads, and 'origin' has it as well: who claims at 'origin' hears nothing of a claim at 'fork', and may get the same task
                     hint: the next hint, with the name of the remote where all claim, chooses that
                     hint: git -C $TESTDIR/ann config branch.claudestep-metadata.remote NAME
auth: add task 'Two'
! warning: claims and syncs of 'claudestep-metadata' go to 'fork', where remote.pushDefault leads, and 'origin' has it as well: who claims at 'origin' hears nothing of a claim at 'fork', and may get the same task; to choose the one where all claim: git config branch.claudestep-metadata.remote NAME
! warning: claims and syncs of 'claudestep-metadata' go to 'fork', where remote.pushDefault leads, and 'origin' has it as well: who claims at 'origin' hears nothing of a claim at 'fork', and may get the same task; to choose the one where all claim: git config branch.claudestep-metadata.remote NAME
# What is in the team's and not in the fork.
$ claudestep -C m task add auth --description "Urgent" -q && claudestep -C m sync -q && git -C ann fetch -q --all && claudestep -C ann task list auth && claudestep -C ann doctor | grep -A 2 ^warning; claudestep -C ann next auth --claim --json
  TASK  ID        STATUS                        DESCRIPTION
     1  8b125077  pending, claimed by A U Thor  One
     2  94a72c07  pending, ready                Two
warning  remote      claims and syncs of 'claudestep-metadata' go to 'fork', and 'origin' has of it what 'fork', as last fetched, does not have: who claims at 'origin' hears nothing of a claim at 'fork', and may get the same task
                     hint: the next hint, with the name of the remote where all claim, chooses that
                     hint: git -C $TESTDIR/ann config branch.claudestep-metadata.remote NAME
{
  "kind": "next",
  "version": 1,
  "project": "auth",
  "task": {
    "index": 2,
    "id": "94a72c07",
    "description": "Two"
  },
  "reviewer": null,
  "branch": "claude-chain-auth-94a72c07",
  "claim": {
    "by": "A U Thor",
    "reviewer": null,
    "at": "2026-01-01T00:04:00Z",
    "expires": "2026-01-01T02:04:00Z"
  },
  "reason": null,
  "waiting_for": []
}
! warning: claims and syncs of 'claudestep-metadata' go to 'fork', and 'origin' has of it what 'fork', as last fetched, does not have: who claims at 'origin' hears nothing of a claim at 'fork', and may get the same task; to choose the one where all claim: git config branch.claudestep-metadata.remote NAME
# The way out, as it is printed, with a name.
$ for who in ann bob; do git -C $who config branch.claudestep-metadata.remote origin; claudestep -C $who sync -q; claudestep -C $who next auth --claim; claudestep -C $who doctor | tail -n 1; done
claimed in auth: task 3
  description  Urgent
  id           1b015904
  branch       claude-chain-auth-1b015904
  claim        by A U Thor until 2026-01-01T02:05:00Z
all is well
nothing is ready in auth
  - task 1 (8b125077) is claimed by A U Thor
  - task 2 (94a72c07) is claimed by A U Thor
  - task 3 (1b015904) is claimed by A U Thor
all is well
# Who chooses the fork by that setting means it.
$ git -C ann config branch.claudestep-metadata.remote fork && claudestep -C ann doctor | tail -n 1
all is well
# By the order alone origin comes first; a copy that has no more than it is no other place, nor is another name of it.
$ git -C m remote add backup ../ann.git && git -C m fetch -q --all && claudestep -C m doctor | tail -n 1 && git -C m remote add also ../team.git && git -C m fetch -q also && git -C m config remote.pushDefault also && git -C m remote remove backup && claudestep -C m doctor | tail -n 1
all is well
all is well
$ git -C m config --unset remote.pushDefault && claudestep -C ann task add auth --description "Of the fork" -q && claudestep -C ann sync -q && git -C m remote add copy ../ann.git && git -C m fetch -q copy && claudestep -C m doctor | grep ^warning; claudestep -C m next auth --claim -q
warning  remote      claims and syncs of 'claudestep-metadata' go to 'origin', and 'copy' has of it what 'origin', as last fetched, does not have: who claims at 'copy' hears nothing of a claim at 'origin', and may get the same task
nothing is ready in auth
  - task 1 (8b125077) is claimed by A U Thor
  - task 2 (94a72c07) is claimed by A U Thor
  - task 3 (1b015904) is claimed by A U Thor
! warning: claims and syncs of 'claudestep-metadata' go to 'origin', and 'copy' has of it what 'origin', as last fetched, does not have: who claims at 'copy' hears nothing of a claim at 'origin', and may get the same task; to choose the one where all claim: git config branch.claudestep-metadata.remote NAME
[1]
# The other remote is a path.
$ git -C bob config --unset branch.claudestep-metadata.remote && git -C bob config remote.pushDefault $TESTDIR/bob.git && claudestep -C bob next auth --claim -q
nothing is ready in auth
  - task 1 (8b125077) is claimed by A U Thor
  - task 2 (94a72c07) is claimed by A U Thor
  - task 3 (1b015904) is claimed by A U Thor
! warning: claims and syncs of 'claudestep-metadata' go to '$TESTDIR/bob.git', and 'origin' has of it what '$TESTDIR/bob.git', as last fetched, does not have: who claims at 'origin' hears nothing of a claim at '$TESTDIR/bob.git', and may get the same task; to choose the one where all claim: git config branch.claudestep-metadata.remote NAME
[1]
