# What gave way where git merged, by the merge driver, is recorded nowhere: that is said, not that nothing did.
$ git init -q repo && cd repo && claudestep init --merge-driver -q && claudestep project create auth -q && claudestep task add auth --description "Add login" -q
$ git branch -q other claudestep-metadata && git worktree add -q ../tree claudestep-metadata
$ claudestep task edit auth 1 --description "Write login" -q && claudestep --ref other task edit auth 1 --description "Make login" -q
$ git -C ../tree merge -q -m "Merge other" other
Auto-merging projects/auth.json
! gave way: auth: description of task 0e100ea6: kept 'Write login', gave up 'Make login'
$ claudestep log --receipts
! warning: 1 merge was not made by claudestep, the newest 2823b85: what gave way there is not recorded
! hint: git show -m 2823b85
! nothing gave way in a merge that claudestep made
$ claudestep log --receipts --json
{
  "kind": "receipts",
  "version": 1,
  "merges": []
}
! warning: 1 merge was not made by claudestep, the newest 2823b85: what gave way there is not recorded
! hint: git show -m 2823b85
# By hand one side was taken whole; asked from elsewhere, the hint shows what the other had, typed where it was printed.
$ git update-ref refs/heads/other $(git commit-tree other^{tree} -p other -p claudestep-metadata -m 'Merge by hand') && cd .. && claudestep -C . -C repo --git-dir .git --ref other log --receipts 2>&1 | tee out
warning: 2 merges were not made by claudestep, the newest f267e46: what gave way there is not recorded
hint: git -C . -C repo --git-dir=.git show -m f267e46
nothing gave way in a merge that claudestep made
$ sed -n 's/^hint: //p' out | sh | grep -e "^commit" -e "^[-+] .*description"
commit f267e462c2de102b5bcc1f04a27864e7943b2502 (from 2823b85e2583a1dacec664699b13b55e74e04c6b)
-      "description": "Write login",
+      "description": "Make login",
