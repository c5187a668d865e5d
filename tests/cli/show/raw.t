# The bytes of the file, whatever they are.
--- file broken.json
{"project": "broken",
--- end
$ git init -q --bare repo.git && cd repo.git && claudestep project create auth -q
$ claudestep show auth --raw
{
  "schema_version": "2.0",
  "project": "auth",
  "created_at": "2026-01-01T00:00:00Z",
  "last_updated": "2026-01-01T00:00:00Z",
  "tasks": [],
  "pull_requests": []
}
$ claudestep show auth --raw --json >../raw && git show claudestep-metadata:projects/auth.json | cmp - ../raw
$ blob=$(git hash-object -w ../broken.json)
> tree=$( (git ls-tree claudestep-metadata: | grep -v projects; printf "040000 tree %s\tprojects\n" "$( (printf "100644 blob %s\tbroken.json\n" "$blob"; printf "120000 blob %s\tlink.json\n" "$blob") | git mktree)") | git mktree)
> git update-ref refs/heads/claudestep-metadata "$(git commit-tree -p claudestep-metadata -m foreign "$tree")"
$ claudestep show broken --raw
{"project": "broken",
$ claudestep show broken
! error: projects/broken.json:2:1: expected a key in double quotes after ',', found the end of the document
!   caused by: the object that starts at line 1, column 1 is not closed
[5]
$ claudestep show link --raw
! error: projects/link.json: the project file is a symbolic link
[5]
$ claudestep show link
! error: projects/link.json: the project file is a symbolic link
[5]
