# Who is who is told by what the files say. Where one that is needed for it is not there, nothing is
# merged: taken for no project, it would be there twice, with all that it cost.
$ git init -q --bare whole.git && cd whole.git && claudestep project create -q zed && claudestep task add -q zed --description old
$ claudestep pr open -q zed --task 1 --pr 1 --branch b && echo '[{"type": "PRCreation", "model": "m", "cost_usd": 100, "operation_id": "o1"}]' | claudestep op add -q zed --pr 1 --ops -
$ for ref in base renamed archived deleted; do git update-ref refs/heads/$ref claudestep-metadata; done
$ claudestep --ref renamed project rename -q zed yak && claudestep --ref archived project archive -q zed 2>/dev/null && claudestep --ref deleted project delete -q zed
$ claudestep task add -q zed --description new && cd ..
--- file lose.sh
# A clone without one file of a ref.
rm -rf part.git && cp -r whole.git part.git && cd part.git
export blob=$(git rev-parse $lost)
export file=objects/$(echo $blob | cut -c1-2)/$(echo $blob | cut -c3-)
rm -f $file
--- end
# The renamed one is not there; then it is damaged.
$ lost=renamed:projects/yak.json; . ./lose.sh; claudestep merge renamed
! error: cannot merge 'projects/yak.json': the blob 7019f442063253c74686dc624fc54cef74d2fb35 is missing
! hint: git fsck
! hint: to bring what a remote has: git fetch --refetch
[5]
$ printf junk >$file; claudestep merge renamed
! error: cannot merge 'projects/yak.json': cannot read the blob 7019f442063253c74686dc624fc54cef74d2fb35
!   caused by: the file of the object 7019f442063253c74686dc624fc54cef74d2fb35 is damaged or cut short
! hint: git fsck
! hint: to bring what a remote has: git fetch --refetch
[5]
# With the file it is the merge that everybody makes.
$ cp -f ../whole.git/$file $file && claudestep merge renamed && claudestep costs | tail -n 1; cd ..
[3619412] merge 'renamed' into 'claudestep-metadata'
1 AI operation for 1 pull request: $100.00, 0 tokens in, 0 out, 0s
$ cp -r whole.git other.git && claudestep -C other.git merge renamed
[3619412] merge 'renamed' into 'claudestep-metadata'
# What both began with is not there: who took the old name, what was put away and what was deleted
# cannot be told.
$ lost=base:projects/zed.json; . ./lose.sh; for ref in renamed archived deleted; do claudestep merge $ref; done
! error: cannot merge 'projects/zed.json': the blob 79653a578cc13e472a6560516b11bd5440a59bf2 is missing
! hint: git fsck
! hint: to bring what a remote has: git fetch --refetch
! error: cannot merge 'projects/zed.json': the blob 79653a578cc13e472a6560516b11bd5440a59bf2 is missing
! hint: git fsck
! hint: to bring what a remote has: git fetch --refetch
! error: cannot merge 'projects/zed.json': the blob 79653a578cc13e472a6560516b11bd5440a59bf2 is missing
! hint: git fsck
! hint: to bring what a remote has: git fetch --refetch
[5]
# A question shows the local branch and says so; a write is refused, and doctor knows of it.
$ git update-ref refs/remotes/origin/claudestep-metadata renamed && git config remote.origin.url ../none.git && git config remote.origin.fetch '+refs/heads/*:refs/remotes/origin/*'
$ claudestep costs | tail -n 1
1 AI operation for 1 pull request: $100.00, 0 tokens in, 0 out, 0s
! warning: 'claudestep-metadata' and 'refs/remotes/origin/claudestep-metadata' have gone apart; this shows the local branch alone: cannot merge 'projects/zed.json': the blob 79653a578cc13e472a6560516b11bd5440a59bf2 is missing
! hint: git log --oneline --left-right refs/heads/claudestep-metadata...refs/remotes/origin/claudestep-metadata
$ claudestep task add zed --description third
! error: 'refs/heads/claudestep-metadata' and 'refs/remotes/origin/claudestep-metadata' have gone apart and cannot be merged
!   caused by: cannot merge 'projects/zed.json': the blob 79653a578cc13e472a6560516b11bd5440a59bf2 is missing
! hint: git fsck
! hint: to bring what a remote has: git fetch --refetch
! hint: git log --oneline --left-right refs/heads/claudestep-metadata...refs/remotes/origin/claudestep-metadata
[5]
$ claudestep doctor | grep -A2 problem; cd ..
problem  branch      'claudestep-metadata' and 'refs/remotes/origin/claudestep-metadata' have gone apart and cannot be merged: reads show the local side alone, and writes are refused: cannot merge 'projects/zed.json': the blob 79653a578cc13e472a6560516b11bd5440a59bf2 is missing
                     hint: the next hint shows what each side has
                     hint: git -C $TESTDIR/part.git log --oneline --left-right refs/heads/claudestep-metadata...refs/remotes/origin/claudestep-metadata
--
1 problem, 0 warnings
# In a partial clone the file is named with the command that brings it.
$ git -C whole.git config uploadpack.allowFilter true && git clone -q --bare --filter=blob:none "file://$TESTDIR/whole.git" filtered.git && cd filtered.git
$ git cat-file -e base:projects/zed.json && git cat-file -e claudestep-metadata:projects/zed.json && claudestep merge renamed
! error: cannot merge 'projects/yak.json': the blob 7019f442063253c74686dc624fc54cef74d2fb35 is missing from this partial clone
! hint: 'git cat-file -e 7019f442063253c74686dc624fc54cef74d2fb35' fetches it
[6]
$ git cat-file -e renamed:projects/yak.json && claudestep merge renamed
[3619412] merge 'renamed' into 'claudestep-metadata'
# A commit of the other side is not there: doctor says what brings it.
$ cd .. && git init -q ours && cd ours && git remote add origin ../whole.git && git fetch -q origin && claudestep task add -q zed --description Ours && (cd ../whole.git && claudestep task add -q zed --description Theirs && claudestep task add -q zed --description More) && git fetch -q origin && rm -f .git/objects/$(git rev-parse origin/claudestep-metadata~1 | sed 's|..|&/|')
$ claudestep merge origin/claudestep-metadata; claudestep list; claudestep task add zed --description Ours; claudestep costs --json
! error: the commit bbe619cb6e2fd1c05b61d05cc8a51cd6dc9fd4be is missing
! hint: claudestep doctor
! error: the commit bbe619cb6e2fd1c05b61d05cc8a51cd6dc9fd4be is missing
! hint: claudestep doctor
! error: the commit bbe619cb6e2fd1c05b61d05cc8a51cd6dc9fd4be is missing
! hint: claudestep doctor
! {"kind":"error","version":1,"code":"corrupt","message":"the commit bbe619cb6e2fd1c05b61d05cc8a51cd6dc9fd4be is missing","causes":[],"hints":["claudestep doctor"],"retryable":false,"place":null}
[5]
