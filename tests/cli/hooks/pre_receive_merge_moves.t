# A merge by hand may not drop what one side alone did with a project as a whole: deleted it, renamed it, put it on the other
# shelf. One that takes both along is let in.
$ git init -q --bare hub.git && (cd hub.git && claudestep -q hooks install) && for who in ann bob; do git init -q $who && git -C $who remote add origin ../hub.git; done
$ cd ann && for name in auth gone old new; do claudestep -q project create $name && claudestep -q task add $name --description One; done && claudestep -q project archive old && claudestep -q sync --force-first && cd ../bob && claudestep -q sync && git worktree add -q ../tree claudestep-metadata && git rev-parse claudestep-metadata >../begin
$ cd ../ann && claudestep -q project delete gone && claudestep -q project unarchive old && claudestep -q project rename new newer && claudestep -q project archive auth && claudestep -q sync && cd ../bob && claudestep -q project create mine && git fetch -q
$ cd ../tree && git merge -q -s ours -m 'ours' origin/claudestep-metadata && git push -q origin claudestep-metadata 2>&1 | grep -o 'error: the merge .*\]' | sort
error: the merge drops that d6c48f26c7ab has archived 'auth' [frame/lost-update]
error: the merge drops that d6c48f26c7ab has deleted 'gone' [frame/lost-update]
error: the merge drops that d6c48f26c7ab has renamed 'new' [frame/lost-update]
error: the merge drops that d6c48f26c7ab has unarchived 'old' [frame/lost-update]
$ git reset -q --hard HEAD^ && git merge -q -m 'both' origin/claudestep-metadata && git push -q origin claudestep-metadata && git ls-tree -r --name-only HEAD projects archive
archive/auth.json
projects/mine.json
projects/newer.json
projects/old.json
