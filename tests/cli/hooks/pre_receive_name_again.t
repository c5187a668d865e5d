# A project that was made later under a name has a past of its own: who works on it by hand puts nothing back. What a work tree
# that has fallen behind brings back is refused as ever, whoever has the name.
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
# hand.sh FILE=BLOB...: a commit by hand upon the start, with its files but these; one without BLOB goes.
export GIT_INDEX_FILE=../index
rm -f $GIT_INDEX_FILE
git read-tree $(cat ../start)
for one; do
  file=${one%%=*} blob=${one#*=}
  git update-index --force-remove $file
  [ -z "$blob" ] || git update-index --add --cacheinfo 100644,$(git rev-parse $blob),$file
done
git commit-tree $(git write-tree) -p $(cat ../start) -m 'by hand'
--- end
$ git init -q --bare hub.git && (cd hub.git && claudestep -q hooks install) && git init -q bob && git -C bob remote add origin ../hub.git
$ cd bob && claudestep -q project create sprint && claudestep -q task add sprint --description One && claudestep -q sync --force-first && git rev-parse claudestep-metadata >../begin
$ cd ../bob && claudestep -q task edit sprint 1 --description 'One of May' && claudestep -q project archive sprint && claudestep -q project unarchive sprint && claudestep -q project rename sprint may && claudestep -q project create gone && claudestep -q task add gone --description Two
$ claudestep -q project create sprint && claudestep -q task add sprint --description One && claudestep -q task edit sprint 1 --description 'One of June' && claudestep -q sync && git rev-parse claudestep-metadata >../old && claudestep -q project delete gone && claudestep -q sync && git rev-parse claudestep-metadata >../start
# The new one knows nothing of what the other was, nor the other of the new one.
$ sh ../push.sh $(sh ../hand.sh projects/sprint.json= archive/sprint.json=$(cat ../start):projects/sprint.json)
let in
$ git show $(cat ../start):projects/sprint.json | sed 's/One of June/One of May/' >../s.json && sh ../push.sh $(sh ../hand.sh projects/sprint.json=$(git hash-object -w ../s.json))
let in
$ git show $(cat ../start):projects/may.json | sed 's/One of May/One of June/' >../m.json && sh ../push.sh $(sh ../hand.sh projects/may.json=$(git hash-object -w ../m.json))
let in
# Each has its own past.
$ sh ../push.sh $(sh ../hand.sh projects/may.json= archive/may.json=$(cat ../start):projects/may.json)
'A U Thor' made 'by hand': it puts the folder of the project 'may' back to what it was before 14f942521794 [push/metadata-lost]
$ git show $(cat ../start):projects/sprint.json | sed 's/One of June/One/' >../s.json && sh ../push.sh $(sh ../hand.sh projects/sprint.json=$(git hash-object -w ../s.json))
'A U Thor' made 'by hand': it puts the description of task 1 back to what it was before 88d84d32f741 [push/metadata-lost]
$ git show $(cat ../start):projects/may.json | sed 's/One of May/One/' >../m.json && sh ../push.sh $(sh ../hand.sh projects/may.json=$(git hash-object -w ../m.json))
'A U Thor' made 'by hand': it puts the description of task 1 back to what it was before c38c42247742 [push/metadata-lost]
# The other does not come back in the place of the new one.
$ sh ../push.sh $(sh ../hand.sh projects/sprint.json=$(cat ../begin):projects/sprint.json)
'A U Thor' made 'by hand': it puts the description of task 1 back to what it was before c38c42247742 [push/metadata-lost]
# Of a project that was deleted neither the file nor the tasks come back; another may have the same tasks.
$ sh ../push.sh $(sh ../hand.sh projects/gone.json=$(cat ../old):projects/gone.json)
'A U Thor' made 'by hand': it brings back the project 'gone', which 2ee63852c1d8 took away [push/metadata-lost]
$ git show $(cat ../old):projects/gone.json >../g.json && sed 's/"Two"/"Two, again"/' ../g.json >../t.json && sh ../push.sh $(sh ../hand.sh projects/gone.json=$(git hash-object -w ../t.json))
'A U Thor' made 'by hand': it brings back task 1, which 2ee63852c1d8 took away [push/metadata-lost]
$ sed 's/"created_at": "[^"]*"/"created_at": "2030-01-01T00:00:00Z"/' ../g.json >../t.json && sh ../push.sh $(sh ../hand.sh projects/gone.json=$(git hash-object -w ../t.json))
let in
# Two that a merge made one of have one past, whichever of them it was.
$ rm -rf ../ann && git init -q ../ann && cd ../ann && git remote add origin ../hub.git && claudestep -q sync && claudestep -q project create pair && claudestep -q task add pair --description Ann && claudestep -q task edit pair 1 --description 'Ann of May' && cd ../bob && claudestep -q sync && claudestep -q project create pair && claudestep -q task add pair --description Bob && claudestep -q task edit pair 1 --description 'Bob of May' && claudestep -q sync && cd ../ann && claudestep -q sync && cd ../bob && claudestep -q sync && git rev-parse claudestep-metadata >../start && claudestep task list pair
  TASK  ID        STATUS          DESCRIPTION
     1  17239b6e  pending, ready  Ann of May
     2  cd9fb1e1  pending, ready  Bob of May
$ for who in Ann Bob; do git show $(cat ../start):projects/pair.json | sed "s/\"$who of May\"/\"$who\"/" >../p.json && sh ../push.sh $(sh ../hand.sh projects/pair.json=$(git hash-object -w ../p.json)); done
'A U Thor' made 'by hand': it puts the description of task 1 back to what it was before bdd9bd6edff5 [push/metadata-lost]
'A U Thor' made 'by hand': it puts the description of task 2 back to what it was before 6fe4b6b4d5ce [push/metadata-lost]
# So has what got another time by hand, earlier or later, as long as a task says that it is the same.
$ for day in 2025-12-31 2026-12-31; do sed "s/\"created_at\": \"[^\"]*\"/\"created_at\": \"${day}T00:00:00Z\"/" ../p.json >../d.json && git show $(cat ../start):projects/pair.json | sed "s/\"created_at\": \"[^\"]*\"/\"created_at\": \"${day}T00:00:00Z\"/" >../n.json && cat ../start >../first && sh ../hand.sh projects/pair.json=$(git hash-object -w ../n.json) >../new && cat ../new >../start && sh ../hand.sh projects/pair.json=$(git hash-object -w ../d.json) >../new && cat ../first >../start && sh ../push.sh $(cat ../new); done
'A U Thor' made 'by hand': it puts the description of task 2 back to what it was before 6fe4b6b4d5ce [push/metadata-lost]
'A U Thor' made 'by hand': it puts the description of task 2 back to what it was before 6fe4b6b4d5ce [push/metadata-lost]
# What a command made anew in the place of a deleted one is another, though its tasks have the ids of the former ones (they come
# from the texts) and a merge brings it: who works on it by hand puts nothing back.
$ rm -rf ../tree ../ann && git init -q ../ann && git -C ../ann remote add origin ../hub.git && claudestep -q project create anew && claudestep -q task add anew --description One && claudestep -q task add anew --description Two && claudestep -q sync && cd ../ann && claudestep -q sync
$ claudestep -q project delete anew && claudestep -q project create anew && claudestep -q task add anew --description One && claudestep -q sync && cd ../bob && claudestep -q project create beside && claudestep -q sync && git rev-parse claudestep-metadata >../start && git log -1 --format=%p claudestep-metadata | wc -w
2
$ git show $(git log --diff-filter=D --format=%h claudestep-metadata -- projects/anew.json)^:projects/anew.json >../a.json && git show claudestep-metadata:projects/anew.json | jq --slurpfile former ../a.json '.tasks += [$former[0].tasks[1]]' >../n.json && sh ../push.sh $(sh ../hand.sh projects/anew.json=$(git hash-object -w ../n.json))
let in
