# A merge made by hand may drop what all that it merges have, which neither of them did: it is refused, and so is a merge of
# more than two, of which nobody can tell.
$ git init -q --bare hub.git && (cd hub.git && claudestep -q hooks install) && git init -q one && cd one && git remote add origin ../hub.git
$ claudestep -q project create auth && claudestep -q task add auth --description One && claudestep -q pr open auth --task 1 --pr 7 --branch x && claudestep -q pr merge auth --pr 7 && claudestep -q sync --force-first && git worktree add -q ../tree claudestep-metadata && git -C ../tree checkout -q --detach
$ cd ../tree && git rev-parse HEAD >../start && for side in a b; do git checkout -q --detach $(cat ../start) && echo $side >$side && git add . && git commit -q -m "add $side" && git rev-parse HEAD >../$side; done
$ git merge -q --no-commit $(cat ../a) && git rm -q projects/auth.json && git commit -q -m 'merge by hand' && git push -q origin HEAD:claudestep-metadata 2>&1 | grep 'error: the merge'
%remote: 0e828e8cab68:projects/auth.json: error: the merge drops 'auth', which all that it merges have [frame/lost-update]       \x20
%remote: 0e828e8cab68:projects/auth.json: error: the merge drops task 1, which all that it merges have [frame/lost-update]       \x20
%remote: 0e828e8cab68:projects/auth.json: error: the merge drops #7, which all that it merges have [frame/lost-update]       \x20
! Automatic merge went well; stopped before committing as requested
$ git checkout -q --detach $(cat ../b) && git merge -q --no-commit $(cat ../a) && sed -i 's/"pr_state": "merged"/"pr_state": "open"/; /"merged_at"/d' projects/auth.json && git commit -q -am 'merge by hand' && git push -q origin HEAD:claudestep-metadata 2>&1 | grep 'error: the merge'
%remote: 61af0d2be379:projects/auth.json: error: the merge drops the state of #7, which all that it merges have [frame/lost-update]       \x20
! Automatic merge went well; stopped before committing as requested
$ git checkout -q --detach $(cat ../b) && git merge -q --no-edit $(cat ../a) && git push -q origin HEAD:claudestep-metadata && git -C ../hub.git ls-tree -r --name-only claudestep-metadata
.nojekyll
README.md
a
b
projects/auth.json
$ git push -q origin $(git commit-tree 'HEAD^{tree}' -p HEAD -p $(cat ../a) -p $(cat ../b) -m 'three at once'):claudestep-metadata 2>&1 | grep 'error: the commit'
%remote: d71b0d684cc6: error: the commit merges 3 histories at once, and nobody can tell whether it keeps what each has [push/merge-of-many]       \x20
# The way out that is told.
$ git update-ref refs/heads/claudestep-metadata $(git commit-tree 'HEAD^{tree}' -p HEAD -p $(cat ../a) -p $(cat ../b) -m 'three at once') && claudestep -q task add auth --description Two && claudestep sync
! error: the remote 'origin' refused 'claudestep-metadata': [remote rejected] (pre-receive hook declined)
!   caused by: remote: 668d4207a230: error: the commit merges 3 histories at once, and nobody can tell whether it keeps what each has [push/merge-of-many]
!   caused by: remote:   hint: 'claudestep sync --squash' pushes what the branch has as one commit; else take the commit out of the branch with git, and merge two at a time
!   caused by: remote: the push is refused: metadata would be lost or broken
!   caused by: error: failed to push some refs to '../hub.git'
! hint: what was written is safe in the local branch; claudestep sync pushes it once the remote lets it
! hint: where the branch here has all of it again, to push that as one commit: claudestep sync --squash
[7]
$ claudestep sync --squash
[10ed97e] sync 'claudestep-metadata' with 'origin'
  squashed what was never pushed, up to b1bc069
  pushed  510345d..10ed97e
$ git -C ../hub.git show claudestep-metadata:projects/auth.json | jq -r '.tasks[].description' && claudestep explain push/merge-of-many
One
Two
push/merge-of-many: a commit merges more than two histories (error)
\
Of a merge of two it can be told whether it keeps what each of them has, and
what both began with. Of one that has more parents it cannot, so a shared
repository does not take it, whatever it did.
\
Way out: 'claudestep sync --squash' pushes what the branch has as one commit;
else take the commit out of the branch with git, and merge two at a time.
