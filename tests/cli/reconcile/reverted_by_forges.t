# How forges say that a pull request was taken back: by its commit, its number or its title.
--- file commit
echo "$2" >>$1 && git add $1 && git commit -q -m "$3"
--- end
--- file merge
git merge -q --no-ff -m "Merge pull request #$1 from acme/$2" $2
--- end
--- file squash
git merge -q --squash $1 >/dev/null && git commit -q -m "$2"
--- end
$ git init -q -b main repo && cd repo && git remote add origin https://example.com/acme/app.git && git commit -q --allow-empty -m begin && claudestep project create auth -q
$ for n in 1 2 3 4 5 6 7 8; do claudestep task add auth --description "Task number $n" -q; claudestep pr open auth --task $n --pr 1$n --branch b$n --reviewer alice -q; git checkout -q -b b$n main; sh ../commit file-$n 1 "Work on $n"; done; git checkout -q main

# 11: GitLab's button.
$ git merge -q --no-ff -m "Merge branch 'b1' into 'main'" -m "See merge request acme/app!11" b1 && git revert -m 1 --no-commit HEAD && git commit -q -m "Revert \"Merge branch 'b1' into 'main'\"" -m 'This reverts merge request !11'

# 12: GitHub's button, squashed. 13: the same of another repository, whose history came here.
$ sh ../squash b2 'Add two (#12)' && git revert --no-commit HEAD && git commit -q -m 'Revert "Add two" (#22)' -m 'Reverts acme/app#12'
! Automatic merge went well; stopped before committing as requested
$ sh ../squash b3 'Add three (#13)' && git commit -q --allow-empty -m 'Revert "Add it" (#23)' -m 'Reverts others/app#13'
! Automatic merge went well; stopped before committing as requested

# 14: nothing but the title; the merge has it in its body. 15: a title that has the number.
$ git merge -q --no-ff -m 'Merge pull request #14 from acme/b4' -m 'Add four' b4 && git revert -m 1 --no-commit HEAD && git commit -q -m 'Revert "Add four" (#24)'
$ git cherry-pick b5 >/dev/null && git revert --no-commit HEAD && git commit -q -m 'Revert "Add five (#15)" (#25)'

# 16 comes back: the pull request of its revert was reverted by another.
$ sh ../merge 16 b6 && git checkout -q -b r6 && git revert --no-edit -m 1 HEAD >/dev/null && git checkout -q main && sh ../merge 26 r6 && git checkout -q -b r66 && git revert --no-edit -m 1 HEAD >/dev/null && git checkout -q main && sh ../merge 36 r66

# 17 lies within a branch whose merge is reverted.
$ git checkout -q -b train && sh ../merge 17 b7 && git checkout -q main && sh ../merge 27 train && git revert --no-edit -m 1 HEAD >/dev/null

# 18 comes back by number, twice over.
$ sh ../squash b8 'Add eight (#18)' && git revert --no-commit HEAD && git commit -q -m 'Revert "Add eight" (#28)' -m 'Reverts #18' && git revert --no-commit HEAD && git commit -q -m 'Reapply "Add eight" (#38)' -m 'Reverts acme/app#28.'
! Automatic merge went well; stopped before committing as requested
$ git branch -q -D b2 b8
$ claudestep reconcile --likely
[7089cde] auth: merge #13
          auth: merge #16
          auth: merge #18
in doubt, and left as they are:
   PR  PROJECT  RECORDED  WHY
  #11  auth     open      it was merged by d6faf58, which 3aba67e reverted
  #12  auth     open      perhaps merged by a0356ac, which 520fd9a reverted
  #14  auth     open      it was merged by 6189ead, which 5c49c18 reverted
  #15  auth     open      it was merged by 2c73eca, which 8b5d25a reverted
  #17  auth     open      it was merged by 3a432f4, which 282cf9a reverted
$ claudestep pr list auth --state merged --json | jq -c '[.pull_requests[].pr_number]'
[13,16,18]

# Recorded as merged, they are in doubt.
$ for n in 1 4 5 7; do claudestep pr merge auth --pr 1$n -q; done; claudestep reconcile --json | jq -r '.doubts[] | "\(.pr_number) \(.recorded): \(.reason)"'
11 merged: it was merged by d6faf58, which 3aba67e reverted
12 open: perhaps merged by a0356ac, which 520fd9a reverted
14 merged: it was merged by 6189ead, which 5c49c18 reverted
15 merged: it was merged by 2c73eca, which 8b5d25a reverted
17 merged: it was merged by 3a432f4, which 282cf9a reverted

# Where the address of the remote tells nothing, a named repository may be this one.
$ git remote set-url origin $TESTDIR/app.git && claudestep pr list auth --json | jq -c '.pull_requests[] | select(.pr_number == 13) | .pr_state' && claudestep reconcile --json | jq -r '.doubts[] | select(.pr_number == 13) | "\(.recorded): \(.reason)"'
"merged"
merged: it was merged by 5f7e9f6, which 2ec15b7 reverted
