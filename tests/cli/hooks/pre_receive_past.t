# What was done to a project before it had another name, or before it was deleted or archived, is its past as well: nobody puts
# it back by hand, neither in a commit nor in a merge.
--- file push.sh
# push.sh COMMIT: what the shared repository says. The branch there stays.
if git push -q ../hub.git $1:claudestep-metadata 2>../said; then
  echo let in
  git -C ../hub.git update-ref refs/heads/claudestep-metadata $(cat ../start)
else
  sed -n 's/^remote: .*error: \(.*\]\).*/\1/p' ../said
fi
--- end
--- file hand.sh
# hand.sh PARENTS FILE=BLOB...: a commit by hand upon these, with the files of the first but these; one without BLOB goes.
export GIT_INDEX_FILE=../index
rm -f $GIT_INDEX_FILE
set -- "$@"
parents=$1; shift
git read-tree ${parents%% *}
for one; do
  file=${one%%=*} blob=${one#*=}
  git update-index --force-remove $file
  [ -z "$blob" ] || git update-index --add --cacheinfo 100644,$(git rev-parse $blob),$file
done
git commit-tree $(git write-tree) $(printf -- '-p %s ' $parents) -m 'by hand'
--- end
$ git init -q --bare hub.git && (cd hub.git && claudestep -q hooks install) && for who in ann bob; do git init -q $who && git -C $who remote add origin ../hub.git; done
$ cd ann && for name in auth gone old; do claudestep -q project create $name && claudestep -q task add $name --description "One of $name"; done && claudestep -q sync --force-first && cd ../bob && claudestep -q sync && git rev-parse claudestep-metadata >../begin
$ cd ../ann && claudestep -q task edit auth 1 --description 'One, better' && claudestep -q project rename auth login && claudestep -q project delete gone && claudestep -q project archive old && claudestep -q sync && git rev-parse claudestep-metadata >../start && cd ../bob && claudestep -q sync
# A commit upon it all.
$ begin=$(cat ../begin); start=$(cat ../start); git show $start:projects/login.json | sed 's/One, better/One of auth/' >../l.json && sh ../push.sh $(sh ../hand.sh $start projects/login.json=$(git hash-object -w ../l.json))
'A U Thor' made 'by hand': it puts the description of task 1 back to what it was before 76149da32212 [push/metadata-lost]
$ begin=$(cat ../begin); start=$(cat ../start); sh ../push.sh $(sh ../hand.sh $start projects/gone.json=$begin:projects/gone.json)
'A U Thor' made 'by hand': it brings back the project 'gone', which 9713111bc36d took away [push/metadata-lost]
$ begin=$(cat ../begin); start=$(cat ../start); git show $begin:projects/gone.json | sed 's/One of gone/One/' >../g.json && sh ../push.sh $(sh ../hand.sh $start projects/gone.json=$(git hash-object -w ../g.json))
'A U Thor' made 'by hand': it brings back task 1, which 9713111bc36d took away [push/metadata-lost]
$ begin=$(cat ../begin); start=$(cat ../start); sh ../push.sh $(sh ../hand.sh $start archive/old.json= projects/old.json=$start:archive/old.json)
'A U Thor' made 'by hand': it puts the folder of the project 'old' back to what it was before c7ba6e9edb91 [push/metadata-lost]
# A project of that name that is another one is let in.
$ start=$(cat ../start); sed 's/One of gone/Another/; s/"id": "[0-9a-f]*"/"id": "0a0b0c0d"/' ../g.json >../n.json && sh ../push.sh $(sh ../hand.sh $start projects/gone.json=$(git hash-object -w ../n.json))
let in
# A merge, of something done in the meantime.
$ claudestep -q project create mine && git rev-parse claudestep-metadata >../mine && cd ../ann && claudestep -q project create hers && claudestep -q sync && git rev-parse claudestep-metadata >../start && cd ../bob && git fetch -q
$ both="$(cat ../mine) $(cat ../start)"; sh ../push.sh $(sh ../hand.sh "$both" projects/hers.json=$(cat ../start):projects/hers.json)
let in
$ both="$(cat ../mine) $(cat ../start)"; sh ../push.sh $(sh ../hand.sh "$both" projects/hers.json=$(cat ../start):projects/hers.json projects/login.json=$(git hash-object -w ../l.json))
the merge drops the description of task 1, which all that it merges have [frame/lost-update]
$ both="$(cat ../mine) $(cat ../start)"; sh ../push.sh $(sh ../hand.sh "$both" projects/hers.json=$(cat ../start):projects/hers.json projects/gone.json=$(cat ../begin):projects/gone.json)
the merge brings back the project 'gone', which none that it merges has [frame/lost-update]
$ both="$(cat ../mine) $(cat ../start)"; sh ../push.sh $(sh ../hand.sh "$both" projects/hers.json=$(cat ../start):projects/hers.json archive/old.json= projects/old.json=$(cat ../begin):projects/old.json)
the merge puts back into projects/ what both sides have in archive/ [frame/lost-update]
# What was stale and is renamed by a command is no less so in one commit for all.
$ claudestep -q sync && git update-ref refs/heads/claudestep-metadata $(sh ../hand.sh claudestep-metadata projects/login.json=$(git hash-object -w ../l.json)) && claudestep -q project rename login entry && claudestep sync --squash
! error: what was never pushed takes away what 4213b5c has
!   caused by: it puts the description of task 1 back to what it was before 76149da32212
!   caused by: nothing was put together, and nothing was pushed
! hint: to see all that is another here: git diff 4213b5c claudestep-metadata --
! hint: to push it once all that is here again: claudestep sync --squash
[4]
