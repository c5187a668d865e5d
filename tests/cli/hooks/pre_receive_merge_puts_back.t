# What nobody may do by hand in a commit, nobody may do in a merge by hand: take away what all have, put it back to how it was,
# make a merged pull request anything else, let a project go that one side changed. What keeps both sides is let in.
--- file merge.sh
# merge.sh PARENT PARENT JQ: a merge by hand with the files of both, and what JQ makes of the project's file of the first; "gone": without that file.
export GIT_INDEX_FILE=../index
rm -f $GIT_INDEX_FILE
git read-tree $1
for file in $(git ls-tree -r --name-only $2); do
  git cat-file -e $1:$file 2>/dev/null || git update-index --add --cacheinfo 100644,$(git rev-parse $2:$file),$file
done
if [ "$3" = gone ]; then
  git update-index --force-remove projects/auth.json
else
  git show $1:projects/auth.json | jq --indent 2 "$3" >../auth.json
  git update-index --cacheinfo 100644,$(git hash-object -w ../auth.json),projects/auth.json
fi
git commit-tree $(git write-tree) -p $1 -p $2 -m 'merge by hand'
--- end
--- file push.sh
# push.sh COMMIT: what the shared repository says. The branch there stays.
if git push -q ../hub.git $1:claudestep-metadata 2>../said; then
  echo let in
  git -C ../hub.git update-ref refs/heads/claudestep-metadata $(cat ../start)
else
  sed -n 's/^remote: .*error: \(.*\]\).*/\1/p' ../said | sed 's/what [0-9a-f]* did/what COMMIT did/; s/which [0-9a-f]\{12\} has/which COMMIT has/'
fi
--- end
--- file aside.sh
# aside.sh COMMIT NAME [TEXT]: a commit upon it that adds a file.
export GIT_INDEX_FILE=../index
rm -f $GIT_INDEX_FILE
git read-tree $1
git update-index --add --cacheinfo 100644,$(echo ${3-$2} | git hash-object -w --stdin),$2
git commit-tree $(git write-tree) -p $1 -m "add $2"
--- end
$ git init -q --bare hub.git && (cd hub.git && claudestep -q hooks install) && git init -q one && cd one && git remote add origin ../hub.git
$ claudestep -q project create auth && claudestep -q task add auth --description One && claudestep -q task add auth --description Two && claudestep -q pr open auth --task 2 --pr 8 --branch y && claudestep -q sync --force-first
$ claudestep -q task edit auth 1 --description 'One, edited' && claudestep -q next auth --claim >../claimed && claudestep -q sync && git rev-parse claudestep-metadata >../start
$ for side in a b; do sh ../aside.sh $(cat ../start) $side >../$side; done
# Description and claim.
$ sh ../push.sh $(sh ../merge.sh $(cat ../b) $(cat ../a) '.tasks[0].description = "One"')
the merge drops the description of task 1, which all that it merges have [frame/lost-update]
$ sh ../push.sh $(sh ../merge.sh $(cat ../b) $(cat ../a) 'del(.tasks[0].claim)')
the merge drops the claim of task 1, which all that it merges have [frame/lost-update]
# To something new, and as it is.
$ sh ../push.sh $(sh ../merge.sh $(cat ../b) $(cat ../a) '.tasks[0].description = "One, and more"')
let in
$ sh ../push.sh $(sh ../merge.sh $(cat ../b) $(cat ../a) .)
let in
# A merge of one side.
$ claudestep -q pr merge auth --pr 8 && git rev-parse claudestep-metadata >../merged
$ sh ../push.sh $(sh ../merge.sh $(cat ../merged) $(cat ../a) '.pull_requests[0] |= (.pr_state = "closed" | .closed_at = .merged_at | del(.merged_at))')
the merge drops what COMMIT did to the state of #8 [frame/lost-update]
$ sh ../push.sh $(sh ../merge.sh $(cat ../merged) $(cat ../a) .)
let in
# What both sides gave a value that had none.
$ for side in a b; do git update-ref refs/heads/claudestep-metadata $(cat ../start) && claudestep -q pr assign auth --pr 8 --reviewer $side && git rev-parse claudestep-metadata >../r$side; done
$ sh ../push.sh $(sh ../merge.sh $(cat ../ra) $(cat ../rb) 'del(.pull_requests[0].reviewer)')
the merge drops what COMMIT did to the reviewer of #8 [frame/lost-update]
$ sh ../push.sh $(sh ../merge.sh $(cat ../ra) $(cat ../rb) .)
let in
# A project that one side changed, and the other deleted.
$ git update-ref refs/heads/claudestep-metadata $(cat ../start) && claudestep -q project delete auth && git rev-parse claudestep-metadata >../deleted
$ sh ../push.sh $(sh ../merge.sh $(cat ../merged) $(cat ../deleted) gone)
the merge drops the project 'auth', which COMMIT has changed [frame/lost-update]
$ sh ../push.sh $(sh ../merge.sh $(cat ../a) $(cat ../deleted) gone)
let in
# Two that were merged each way before: they began with both sides.
$ for way in 'a b' 'b a'; do set -- $way; sh ../merge.sh $(cat ../$1) $(cat ../$2) . >../$1$2; done; git merge-base --all $(cat ../ab) $(cat ../ba) | wc -l
2
$ sh ../push.sh $(sh ../merge.sh $(cat ../ab) $(cat ../ba) gone)
the merge drops 'auth', which all that it merges have [frame/lost-update]
the merge drops task 1, which all that it merges have [frame/lost-update]
the merge drops task 2, which all that it merges have [frame/lost-update]
the merge drops #8, which all that it merges have [frame/lost-update]
$ sh ../push.sh $(sh ../merge.sh $(cat ../ab) $(cat ../ba) 'del(.tasks[0].claim)')
the merge drops the claim of task 1, which all that it merges have [frame/lost-update]
$ sh ../push.sh $(sh ../merge.sh $(cat ../ab) $(cat ../ba) .)
let in
# Where the sides disagreed before, either may win.
$ for side in a b; do sh ../merge.sh $(cat ../$side) $(cat ../start) ".tasks[1].description = \"Two, by $side\"" >../$side; done; for way in 'a b' 'b a'; do set -- $way; sh ../merge.sh $(cat ../$1) $(cat ../$2) . >../$1$2; done
$ sh ../push.sh $(sh ../merge.sh $(cat ../ab) $(cat ../ba) .) && sh ../push.sh $(sh ../merge.sh $(cat ../ba) $(cat ../ab) .)
let in
let in
# What was merged of two beginnings differs from each, and nobody changed it: whoever deletes it then has deleted it, whatever else the merge chooses.
$ sh ../merge.sh $(cat ../a) $(cat ../start) '.tasks[0].description = "One, by c"' >../c; sh ../merge.sh $(cat ../b) $(cat ../start) '.tasks[1].description = "Two, by d"' >../d; for way in 'c d' 'd c'; do set -- $way; sh ../merge.sh $(cat ../$1) $(cat ../$2) '.tasks[0].description = "One, by c" | .tasks[1].description = "Two, by d"' >../$1$2; done
$ git update-ref refs/heads/claudestep-metadata $(cat ../cd) && claudestep -q project delete auth && sh ../aside.sh claudestep-metadata note one >../deleted && sh ../aside.sh $(cat ../dc) note two >../left && git merge-base --all $(cat ../deleted) $(cat ../left) | wc -l
2
$ sh ../push.sh $(sh ../merge.sh $(cat ../left) $(cat ../deleted) gone) && sh ../push.sh $(sh ../merge.sh $(cat ../deleted) $(cat ../left) gone)
let in
let in
$ git update-ref refs/heads/claudestep-metadata $(cat ../left) && claudestep -q task edit auth 1 --description 'One, later' && sh ../push.sh $(sh ../merge.sh claudestep-metadata $(cat ../deleted) gone)
the merge drops the project 'auth', which COMMIT has changed [frame/lost-update]
# The way out: it is done again, and one commit has it all.
$ git update-ref refs/heads/claudestep-metadata $(sh ../merge.sh $(cat ../b) $(cat ../a) '.tasks[0].description = "One"') && claudestep sync 2>&1 | grep -c 'the merge drops the description'
1
$ claudestep -q task edit auth 1 --description 'One, edited' && claudestep -q sync --squash && git -C ../hub.git show claudestep-metadata:projects/auth.json | jq -r '.tasks[0].description'
One, edited
