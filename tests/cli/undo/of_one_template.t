# Projects that one commit made of one template say all the same of who they are: each was there beside the others, and comes back.
--- file make
#!/bin/sh
# $1 projects with the same task, made in one commit.
seq -f p%04g "$1" | sed 's/.*/{"op":"create-project","project":"&"}\n{"op":"add-task","project":"&","description":"Set up"}/' | claudestep -q apply -
--- end
--- file drop
#!/bin/sh
# A commit by hand that takes the first $1 projects away.
export GIT_INDEX_FILE="$PWD/by-hand"
git read-tree claudestep-metadata && git ls-files projects | head -n "$1" | git update-index --force-remove --stdin
git update-ref refs/heads/claudestep-metadata "$(git commit-tree -p claudestep-metadata -m 'by hand' "$(git write-tree)")"
--- end
$ chmod +x make drop && git init -q few && cd few && ../make 4 && ../drop 2 && claudestep undo && git ls-tree --name-only claudestep-metadata projects/
[f045743] p0001: undo "by hand"
          p0002: undo "by hand"
projects/p0001.json
projects/p0002.json
projects/p0003.json
projects/p0004.json
# One that is there under another name is not made twice, whatever stands beside it.
$ ../drop 2 && git tag dropped claudestep-metadata && claudestep -q undo && claudestep -q project rename p0002 other && claudestep undo dropped; git ls-tree --name-only claudestep-metadata projects/
projects/other.json
projects/p0001.json
projects/p0003.json
projects/p0004.json
! error: cannot undo faf8033: the project 'p0002' that it took away is there, as 'other'
! hint: to give it that name again: claudestep project rename other p0002
# However many there are, each is looked at once.
$ git init -q ../many && cd ../many && ../make 1500 && ../drop 750 && claudestep -q undo && git ls-tree --name-only claudestep-metadata projects/ | grep -c .
1500
