# A shared repository lets in what operations did, and refuses what takes metadata away.
--- file push
#!/bin/sh
# Pushes and prints what the remote says, without the spaces that git ends its lines with.
git push -q origin "${@:-claudestep-metadata}" 2>&1 | sed -n 's/^remote: \(.*[^ ]\) *$/\1/p'
--- end
$ chmod +x push && git init -q --bare shared.git && claudestep -C shared.git -q hooks install
$ git init -q repo && cd repo && git remote add origin ../shared.git
$ git commit -q --allow-empty -m main && git push -q origin main
$ claudestep -q project create auth && claudestep -q task add auth --description one
$ claudestep -q pr open auth --task 1 --pr 1 --branch b && claudestep -q pr open auth --task 1 --pr 2 --branch c
! warning: task 1 of 'auth' has 2 open pull requests: #1, #2
$ git push -q origin claudestep-metadata
# What an operation says, even a deletion, is let in; undo says whose work it takes back.
$ claudestep -q pr merge auth --pr 1 && claudestep -q project create old && claudestep -q project delete old
$ claudestep -q pr close auth --pr 2 && claudestep -q sync && claudestep -q undo && git push -q origin claudestep-metadata
# A commit by hand may add and change.
$ git worktree add -q ../meta claudestep-metadata && cd ../meta
$ sed -i 's/"one"/"one, said better"/' projects/auth.json && git commit -qam 'better words' && git push -q origin claudestep-metadata
# It may not take away, nor put back.
$ jq '.pull_requests |= map(select(.pr_number != 2))' projects/auth.json >../new && cp ../new projects/auth.json
$ git commit -qam 'without #2' && ../push
29a4af71086d:projects/auth.json: error: 'A U Thor' made 'without #2': it takes away #2, which c8e7256684e3 wrote [push/metadata-lost]
  hint: where the branch has it again, 'claudestep sync --squash' pushes that; else 'claudestep undo COMMIT' takes back all that this commit did, and 'project delete', 'pr reopen' or 'undo' do what was meant
the push is refused: metadata would be lost or broken
$ git reset -q --hard HEAD^ && jq '.pull_requests[0] |= (del(.merged_at) | .pr_state = "closed")' projects/auth.json >../new && cp ../new projects/auth.json
$ git commit -qam 'not merged' && ../push
7679e1a0b968:projects/auth.json: error: 'A U Thor' made 'not merged': it changes the state of #1, and a merge is final [push/metadata-lost]
  hint: where the branch has it again, 'claudestep sync --squash' pushes that; else 'claudestep undo COMMIT' takes back all that this commit did, and 'project delete', 'pr reopen' or 'undo' do what was meant
the push is refused: metadata would be lost or broken
$ git reset -q --hard HEAD^ && git checkout -q HEAD~6 -- projects/auth.json && git commit -qm 'from an old state' && ../push
ea0c3edf0ec7:projects/auth.json: error: 'A U Thor' made 'from an old state': it puts the description of task 1 back to what it was before e749022d58a3 [push/metadata-lost]
  hint: where the branch has it again, 'claudestep sync --squash' pushes that; else 'claudestep undo COMMIT' takes back all that this commit did, and 'project delete', 'pr reopen' or 'undo' do what was meant
ea0c3edf0ec7:projects/auth.json: error: 'A U Thor' made 'from an old state': it puts the state of #1 back to what it was before d9f383190b39, and a merge is final [push/metadata-lost]
the push is refused: metadata would be lost or broken
$ git reset -q --hard HEAD^ && git rm -q projects/auth.json && git commit -qm 'no auth' && ../push
e24e08f9fa8f:projects/auth.json: error: 'A U Thor' made 'no auth': it takes away the project 'auth', which e749022d58a3 wrote [push/metadata-lost]
  hint: where the branch has it again, 'claudestep sync --squash' pushes that; else 'claudestep undo COMMIT' takes back all that this commit did, and 'project delete', 'pr reopen' or 'undo' do what was meant
the push is refused: metadata would be lost or broken
$ git reset -q --hard HEAD^ && claudestep -C ../repo -q task add auth --description two && git commit -q --allow-empty -m nothing && ../push
# A commit that says one thing and does another.
$ jq '.tasks[0].description = "three"' projects/auth.json >../new && cp ../new projects/auth.json
$ git commit -qam 'auth: reviewer' -m 'Claudestep-Op: assign project=auth pr=1' && ../push
d058f0187716:projects/auth.json: error: 'auth: reviewer' changes the description of task 1, which none of its operations is about [frame/unnamed-change]
  hint: look at the commit with 'git show' and decide whether the change is right
the push is refused: metadata would be lost or broken
# One that says it carries on work by hand is held as that is.
$ git reset -q --hard HEAD^ && jq '.pull_requests |= map(select(.pr_number != 2)) | .tasks[0].description = "three"' projects/auth.json >../new && cp ../new projects/auth.json
$ git commit -qam 'carried on' -m 'Claudestep-Op: by-hand project=auth' && ../push
15771a38a7f9:projects/auth.json: error: 'A U Thor' made 'carried on': it takes away #2, which c8e7256684e3 wrote [push/metadata-lost]
  hint: where the branch has it again, 'claudestep sync --squash' pushes that; else 'claudestep undo COMMIT' takes back all that this commit did, and 'project delete', 'pr reopen' or 'undo' do what was meant
the push is refused: metadata would be lost or broken
# What an undo in the same push brings back is not lost; that one says it brought it back is not enough, nor that it did once.
$ git reset -q --hard HEAD^ && git rm -q projects/auth.json && git commit -qm 'no auth again' && git commit -q --allow-empty -m 'auth: undo' -m "Claudestep-Op: undo project=auth commit=$(git rev-parse HEAD)" && ../push
a9b31354e499:projects/auth.json: error: 'A U Thor' made 'no auth again': it takes away the project 'auth', which 37bdc0c3f6c2 wrote [push/metadata-lost]
  hint: where the branch has it again, 'claudestep sync --squash' pushes that; else 'claudestep undo COMMIT' takes back all that this commit did, and 'project delete', 'pr reopen' or 'undo' do what was meant
the push is refused: metadata would be lost or broken
$ git reset -q --hard HEAD^ && claudestep -q undo "$(git rev-parse HEAD)" && claudestep -q undo && ../push
a9b31354e499:projects/auth.json: error: 'A U Thor' made 'no auth again': it takes away the project 'auth', which 37bdc0c3f6c2 wrote [push/metadata-lost]
  hint: where the branch has it again, 'claudestep sync --squash' pushes that; else 'claudestep undo COMMIT' takes back all that this commit did, and 'project delete', 'pr reopen' or 'undo' do what was meant
the push is refused: metadata would be lost or broken
$ git reset -q --hard HEAD^ && ../push && git commit -q --allow-empty -m more
# A file that is none, and one that cannot be read.
$ git reset -q --hard HEAD^ && ln -s auth.json projects/link.json && git add . && git commit -qm link && ../push
projects/link.json: error: 'projects/link.json' is a symbolic link [push/unusable-file]
  hint: put a file in its place, and push that
the push is refused: metadata would be lost or broken
$ git reset -q --hard HEAD^ && echo '{"a": 1, "a": 2}' >projects/bad.json && git add . && git commit -qm bad && ../push
projects/bad.json:1:10: error: duplicate key 'a', first at line 1, column 2 [json/duplicate-key]
  hint: decide which of the two values is true and take the other out by hand
the push is refused: metadata would be lost or broken
# A forced push, and the branch taken away.
$ git reset -q --hard HEAD~3 && ../push -f claudestep-metadata
refs/heads/claudestep-metadata: error: 'refs/heads/claudestep-metadata' would lose commits up to f8f559342b0c [push/history-dropped]
  hint: 'claudestep sync' merges both sides and pushes without force
the push is refused: metadata would be lost or broken
$ ../push :claudestep-metadata
refs/heads/claudestep-metadata: error: the push deletes 'refs/heads/claudestep-metadata' [push/branch-deleted]
  hint: leave the branch, and delete projects with 'claudestep project delete'
the push is refused: metadata would be lost or broken
# Other branches are none of its business; who runs git on that machine can turn it off.
$ git push -q origin HEAD:refs/heads/other && git push -q origin :refs/heads/other
$ CLAUDESTEP_HOOKS=0 git push -q -f origin claudestep-metadata
$ claudestep -C ../shared.git fsck --frame
projects/auth.json:30:24: warning: #1 has no AI operations [pr/no-operations]
  hint: record them with claudestep op add if they are known
projects/auth.json:40:24: warning: #2 has no AI operations [pr/no-operations]
e749022d58a3:projects/auth.json: note: 'A U Thor' made 'better words': it changes the description of task 1 [frame/foreign-commit]
  hint: nothing needs to be done; 'git show' has the commit
refs/heads/claudestep-metadata: note: 1 commit of others touched no project file [frame/foreign-commit]
1 file checked: 2 warnings, 2 notes
! 10 commits held to what they say of themselves
# Nothing of a refused push is left.
$ git -C ../shared.git fsck --no-dangling --no-progress && git -C ../shared.git cat-file -e 29a4af71086d
! fatal: Not a valid object name 29a4af71086d
[128]
