# A file with CRLF line ends, as an editor on Windows leaves it, is read; a write keeps all of it but those.
--- file auth.json
{
  "schema_version": "2.0", "project": "auth", "last_updated": "2026-01-01T00:00:00Z", "x_note": "kept",
  "tasks": [
    {"index": 1, "description": "Add login", "status": "pending"}
  ],
  "pull_requests": []
}
--- end
$ git init -q --bare repo.git && cd repo.git && claudestep init >out && cat <<'END' >../put
> # put NAME: standard input becomes projects/NAME.json.
> blob=$(git hash-object -w --stdin)
> projects=$( (git ls-tree claudestep-metadata:projects 2>/dev/null | grep -v "	$1.json\$"; printf '100644 blob %s\t%s.json\n' "$blob" "$1") | git mktree)
> tree=$( (git ls-tree claudestep-metadata | grep -v '	projects$'; printf '040000 tree %s\tprojects\n' "$projects") | git mktree)
> git update-ref refs/heads/claudestep-metadata "$(git commit-tree -p claudestep-metadata -m foreign "$tree")"
> END
$ sed 's/$/\r/' ../auth.json | sh ../put auth
$ git show claudestep-metadata:projects/auth.json | grep -c "$(printf '\r')"
7
$ claudestep task list auth
  TASK  ID        STATUS          DESCRIPTION
     1  0e100ea6  pending, ready  Add login
$ claudestep fsck
projects/auth.json: note: the next write will respell the whole file [project/not-canonical]
  hint: 'claudestep fsck --fix' repairs it
1 file checked: 1 note
! hint: to repair 1 of 1 in one commit: claudestep fsck --fix
$ claudestep task add auth --description 'Add logout' >out
$ git show claudestep-metadata:projects/auth.json | grep -c "$(printf '\r')"
0
[1]
$ git show claudestep-metadata:projects/auth.json | grep x_note
  "x_note": "kept"
# A file cut short at any byte is an error with its place, for a read and for a write; nothing is lost or guessed.
$ git show claudestep-metadata:projects/auth.json >../whole
$ head -c 200 ../whole | sh ../put auth && git rev-parse claudestep-metadata >../tip
$ claudestep show auth
! error: projects/auth.json:10:11: expected ':' after the key 'id', found the end of the document
!   caused by: the object that starts at line 6, column 5 is not closed
[5]
$ claudestep task add auth --description 'Add metrics'
! error: projects/auth.json:10:11: expected ':' after the key 'id', found the end of the document
!   caused by: the object that starts at line 6, column 5 is not closed
[5]
$ git rev-parse claudestep-metadata | cmp - ../tip
$ size=$(($(wc -c <../whole) - 2)); for bytes in $(seq 0 15 $size) $size; do head -c $bytes ../whole | sh ../put auth; claudestep show auth >out 2>err; echo $?; grep -c '^error: projects/auth.json:[0-9]*:[0-9]*: ' err; done | sort | uniq -c
     27 1
     27 5
