# A merge by hand may not drop files that are no project's, in whatever folder, nor the mode of one. What it adds or edits
# itself is let in, as from a commit with one parent.
$ git init -q --bare hub.git && (cd hub.git && claudestep -q hooks install) && for who in ann bob; do git init -q $who && git -C $who remote add origin ../hub.git; done
$ cd ann && claudestep -q project create auth && git worktree add -q ../hers claudestep-metadata && cd ../hers && mkdir -p notes/old && echo a >notes/old/a && echo run >tool.sh && git add . && git commit -q -m notes && cd ../ann && claudestep -q sync --force-first && cd ../bob && claudestep -q sync && git worktree add -q ../his claudestep-metadata
$ cd ../hers && echo b >notes/old/b && chmod +x tool.sh && git add . && git commit -q -m more && cd ../ann && claudestep -q sync && cd ../his && echo c >notes/c && git add . && git commit -q -m mine && git rev-parse HEAD >../mine && git fetch -q origin claudestep-metadata
$ git merge -q -s ours --no-edit FETCH_HEAD && git push -q origin claudestep-metadata 2>&1 | grep -o '[^ ]*: error: the merge .*\]'
1c5c6a28f4eb:notes/old/b: error: the merge drops what 1e126b7f8017 has added here [frame/lost-update]
1c5c6a28f4eb:tool.sh: error: the merge drops the mode that 1e126b7f8017 has given the file [frame/lost-update]
$ git reset -q --hard $(cat ../mine) && git merge -q --no-commit FETCH_HEAD 2>../err && git rm -q notes/old/a && git commit -q -m 'merge by hand' && git push -q origin claudestep-metadata 2>&1 | grep -o '[^ ]*: error: the merge .*\]'
5e9ad052620a:notes/old/a: error: the merge drops what both sides have here [frame/lost-update]
$ git reset -q --hard $(cat ../mine) && git merge -q --no-commit FETCH_HEAD 2>../err && echo new >NOTES && echo a2 >notes/old/a && git mv notes/old/b notes/b && git add . && git commit -q -m 'merge by hand' && git push -q origin claudestep-metadata && git -C ../hub.git ls-tree -r claudestep-metadata
%100644 blob e69de29bb2d1d6434b8b29ae775ad8c2e48c5391\t.nojekyll
%100644 blob 3e757656cf36eca53338e520d134963a44f793f8\tNOTES
%100644 blob 63508630c56c23384f8a09bdec564bb2e6c998d5\tREADME.md
%100644 blob 61780798228d17af2d34fce4cfbdf35556832472\tnotes/b
%100644 blob f2ad6c76f0115a6ba5b00456a849810e7ec0af20\tnotes/c
%100644 blob c1827f07e114c20547dc6a7296588870a4b5b62c\tnotes/old/a
%100644 blob 19d61a5f17d3c77136fc1a621e769b12cab0413f\tprojects/auth.json
%100755 blob f5bdd214e01603ecd6c83be9f66d88579c588ec6\ttool.sh
$ cd ../bob && claudestep fsck --frame
20f359892348:NOTES: note: 'merge by hand' adds a file that is no project's, by itself [frame/foreign-commit]
  hint: nothing needs to be done; 'git show' has the commit
20f359892348:notes/b: note: 'merge by hand' adds a file that is no project's, by itself [frame/foreign-commit]
20f359892348:notes/old/a: note: 'merge by hand' changes a file that is no project's, by itself [frame/foreign-commit]
refs/heads/claudestep-metadata: note: 3 commits of others touched no project file [frame/foreign-commit]
1 file checked: 4 notes
! 2 commits held to what they say of themselves
# What was dropped, and is back, goes as one commit, whatever else is another.
$ cd ../ann && claudestep -q sync && cd ../hers && git reset -q --hard && echo d >notes/d && git add . && git commit -q -m d && cd ../ann && claudestep -q sync && cd ../his && echo e >notes/c && git commit -q -a -m e && git fetch -q origin claudestep-metadata && git merge -q -s ours --no-edit FETCH_HEAD && cd ../bob && claudestep sync --squash
! error: what was never pushed takes away what 3e7a4ec has
!   caused by: it has another file 'notes/d', or none
!   caused by: nothing was put together, and nothing was pushed
! hint: to see all that is another here: git diff 3e7a4ec claudestep-metadata --
! hint: to push it once all that is here again: claudestep sync --squash
[4]
$ cd ../his && git checkout -q FETCH_HEAD -- notes/d && git commit -q -m 'd is back' && cd ../bob && claudestep sync --squash && git -C ../hub.git ls-tree -r --name-only claudestep-metadata notes
[b844e22] sync 'claudestep-metadata' with 'origin'
  squashed what was never pushed, up to cfbddf6
  pushed  3e7a4ec..b844e22
notes/b
notes/c
notes/d
notes/old/a
