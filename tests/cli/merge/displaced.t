# Somebody puts a file where projects/ was, and a project of their own into archive/ under a name that is taken: that takes no project away.
$ git init -q repo && cd repo && claudestep -q project create p && claudestep -q task add p --description One && claudestep -q pr open p --task 1 --pr 5 --branch b
$ echo '[{"type":"PRCreation","model":"m","cost_usd":100,"operation_id":"o1"}]' | claudestep -q op add p --pr 5 --ops -
--- file repo/other.json
{"schema_version": "2.0", "project": "p", "created_at": "2027-05-05T00:00:00Z", "tasks": [], "pull_requests": []}
--- end
$ blob=$(git hash-object -w other.json) && folder=$(printf '100644 blob %s\tp.json\n' "$blob" | git mktree) && tree=$(printf '100644 blob %s\tprojects\n040000 tree %s\tarchive\n' "$blob" "$folder" | git mktree) && git update-ref refs/heads/odd "$(git commit-tree -p claudestep-metadata -m odd "$tree")"
$ claudestep -q project create q && claudestep merge odd && git ls-tree -r --name-only claudestep-metadata && claudestep costs | tail -1
[32f4d08] merge 'odd' into 'claudestep-metadata'
  p-2: project: kept 'p-2', gave up 'p'
  projects: content: kept '9f155d96e157be1ca6242d328152cbf5a9e4f247', gave up '868a7ea15673a4e79712e302dc72add23f6cd48b'
archive/p-2.json
projects/p.json
projects/q.json
1 AI operation for 1 pull request: $100.00, 0 tokens in, 0 out, 0s
$ claudestep fsck --frame | grep -v note
archive/p-2.json:4:17: warning: created_at is "2027-05-05T00:00:00Z", but it is only 2026-01-01T00:04:00Z [time/future]
  hint: decide when it really was and write that, or look at the clock of this machine
  hint: nothing needs to be done; 'git show' has the commit
! 6 commits held to what they say of themselves
