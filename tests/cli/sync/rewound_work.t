# What was never pushed goes on the tip of a remote that was rewound, with all that its commits say:
# a write that is asked for again is known, what gave way can be found, and fsck has no objection.
$ git init -q --bare remote.git && git init -q one && cd one && git remote add origin ../remote.git
$ claudestep project create auth -q && claudestep sync --force-first -q
$ claudestep task add auth --description "Dropped" -q && claudestep sync -q
$ claudestep task add auth --description "Never pushed" --op-id run1 -q
$ claudestep pr open auth --task 1 --pr 33 --branch work -q
$ claudestep project rename auth login -q && claudestep task add login --description "Last" -q
$ git -C ../remote.git update-ref refs/heads/claudestep-metadata claudestep-metadata~1
$ claudestep sync --accept-rewind --dry-run
would: sync 'claudestep-metadata' with 'origin'
  rewound d736b8b..83724d1
  fetched d736b8b..83724d1
  merged  both sides
  pushed  what was never pushed, as one commit
  gave way: login: deletion of task 739f68fe: kept 'the task, needed by others', gave up 'deleted'
$ claudestep sync --accept-rewind --dry-run --json
{
  "kind": "sync",
  "version": 1,
  "remote": "origin",
  "ref": "refs/heads/claudestep-metadata",
  "commit": null,
  "local_before": "d736b8bc97bc5b6f8bb5608892aa91c87b043923",
  "remote_before": "83724d120d37697765e0a60ba863aedb8f1ed4ad",
  "fetched": true,
  "merged": true,
  "pushed": true,
  "rewound": true,
  "squashed": null,
  "receipts": [
    {
      "project": "login",
      "file": null,
      "task": "739f68fe",
      "pr_number": null,
      "operation": null,
      "member": "deletion",
      "kept": "the task, needed by others",
      "dropped": "deleted"
    }
  ],
  "retries": 0
}
$ claudestep sync --accept-rewind
[e3e8ec7] sync 'claudestep-metadata' with 'origin'
  rewound d736b8b..83724d1
  fetched d736b8b..83724d1
  merged  both sides
  pushed  83724d1..e3e8ec7
  gave way: login: deletion of task 739f68fe: kept 'the task, needed by others', gave up 'deleted'
$ git log -1 --format=%B claudestep-metadata
claudestep: put unpushed work on 83724d1
\
Claudestep-Op: add-task project=auth
Claudestep-Op: open-pr project=auth pr=33 task=1
Claudestep-Op: rename project=auth to=login
Claudestep-Op: add-task project=login
Claudestep-Op-Id: run1
Claudestep-Done: add-task project=auth op-id=run1 in=login
Claudestep-Dropped: deletion project=login task=739f68fe kept=the%20task,%20needed%20by%20others dropped=deleted
\
$ claudestep task list login && claudestep log --receipts && claudestep fsck --frame
  TASK  ID        STATUS          DESCRIPTION
     1  739f68fe  in_progress     Dropped
     2  326e8952  pending, ready  Never pushed
     3  eb970eb0  pending, ready  Last
e3e8ec7  2026-01-01T00:09:00Z
  login: deletion of task 739f68fe: kept 'the task, needed by others', gave up 'deleted'
projects/login.json:38:24: warning: #33 has no AI operations [pr/no-operations]
  hint: record them with claudestep op add if they are known
1 file checked: 1 warning
! 2 commits held to what they say of themselves
$ claudestep task add login --description "Never pushed" --op-id run1 && claudestep task list login
nothing to do: 'run1' was done in e3e8ec7
  TASK  ID        STATUS          DESCRIPTION
     1  739f68fe  in_progress     Dropped
     2  326e8952  pending, ready  Never pushed
     3  eb970eb0  pending, ready  Last
$ claudestep sync --accept-rewind && claudestep sync --accept-rewind --dry-run
nothing to do: 'claudestep-metadata' is the same here and on 'origin'
nothing to do: 'claudestep-metadata' is the same here and on 'origin'
# A clone that was fetched with less history than before does not know where both meet: nobody need
# have rewound anything.
$ cd .. && git clone -q --depth 1 --no-single-branch --no-checkout file://$PWD/remote.git cut && cd cut
$ claudestep sync && cd ../one
[e3e8ec7] sync 'claudestep-metadata' with 'origin'
  fetched nothing..e3e8ec7
$ claudestep task add login --description "A" -q && claudestep task add login --description "B" -q
$ claudestep sync -q && cd ../cut && git fetch -q --depth 1 && claudestep sync
! error: this shallow clone does not know where the two histories went apart
! hint: git fetch --unshallow
[6]
$ git fetch -q --unshallow && claudestep sync
[9e7026c] sync 'claudestep-metadata' with 'origin'
  fetched e3e8ec7..9e7026c
