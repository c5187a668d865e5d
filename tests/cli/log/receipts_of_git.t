# What gave way where git merged, by the merge driver, is recorded nowhere: that is said, not that nothing did.
$ git init -q repo && cd repo && claudestep init --merge-driver -q && claudestep project create auth -q && claudestep task add auth --description "Add login" -q
$ git branch -q other claudestep-metadata && git worktree add -q ../tree claudestep-metadata
$ claudestep task edit auth 1 --description "Write login" -q && claudestep --ref other task edit auth 1 --description "Make login" -q
$ git -C ../tree merge -q -m "Merge other" other
Auto-merging projects/auth.json
! gave way: auth: description of task 0e100ea6: kept 'Write login', gave up 'Make login'
$ claudestep log --receipts
! warning: 1 merge was not made by claudestep, the newest 2823b85: what gave way there is not recorded
! hint: git show 2823b85
! nothing gave way in a merge that claudestep made
$ claudestep log --receipts --json
{
  "kind": "receipts",
  "version": 1,
  "merges": []
}
! warning: 1 merge was not made by claudestep, the newest 2823b85: what gave way there is not recorded
! hint: git show 2823b85
