# What was done before is looked for along the parents: work that was merged is known however old its clock says it is, and
# whichever side of the merge it was.
$ git init -q --bare hub.git && (cd hub.git && claudestep -q hooks install) && git init -q ann && cd ann && claudestep -q project create auth && claudestep -q task add auth --description One && git rev-parse claudestep-metadata >../begin
$ GIT_COMMITTER_DATE=1990-01-01T00:00:00Z claudestep -q task edit auth 1 --description 'One, better' && git rev-parse claudestep-metadata >../old
$ seq 1100 | awk -v begin=$(cat ../begin) '{ printf "commit refs/heads/others\ncommitter o <o@o> %d +0000\ndata 5\nother\n%sM 100644 inline NOTES\ndata <<E\n%d\nE\n", 1767225600 + $1, $1 == 1 ? "from " begin "\n" : "", $1 }' | git fast-import --quiet && git rev-parse others >../new
--- file push.sh
# push.sh PARENT PARENT: puts the task back upon a merge of these; what the shared repository says.
git read-tree $(cat ../new)
git update-index --add --cacheinfo 100644,$(git rev-parse $(cat ../old):projects/auth.json),projects/auth.json
merge=$(git commit-tree $(git write-tree) -p $1 -p $2 -m 'merge')
git push -q ../hub.git +$merge:refs/heads/x && git -C ../hub.git update-ref refs/heads/claudestep-metadata $merge
git update-index --cacheinfo 100644,$(git rev-parse $(cat ../begin):projects/auth.json),projects/auth.json
git push -q ../hub.git $(git commit-tree $(git write-tree) -p $merge -m 'by hand'):claudestep-metadata 2>&1 | sed -n 's/^remote: .*error: \(.*\]\).*/\1/p'
--- end
$ sh ../push.sh $(cat ../old) $(cat ../new)
'A U Thor' made 'by hand': it puts the description of task 1 back to what it was before 678e4a10674d [push/metadata-lost]
$ sh ../push.sh $(cat ../new) $(cat ../old)
'A U Thor' made 'by hand': it puts the description of task 1 back to what it was before 678e4a10674d [push/metadata-lost]
