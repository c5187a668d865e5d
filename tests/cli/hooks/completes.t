# A hook that completes a project says so, and what follows for the plan; hooks that were there
# run with real events, before and after ours are taken out.
--- file repo/claude-step/auth/spec.md
- [ ] Add login
--- end
--- file repo/claude-step/shop/spec.md
- [ ] Sell things
--- end
--- file open
#!/bin/sh
# open PROJECT N: a branch with a commit, and its pull request for the project's first task.
git checkout -q -b "claude-step-$1-$2" main && echo "$2" >"file$2" && git add "file$2" && git commit -q -m "Work $2" && git checkout -q main
claudestep -q pr open "$1" --task 1 --pr "$2" --branch "claude-step-$1-$2" 2>/dev/null
--- end
$ chmod +x open && git init -q -b main repo && cd repo && rm -f .git/hooks/* && git add . && git commit -q -m start
$ claudestep -q plan import claude-step/auth/spec.md && claudestep -q plan import claude-step/shop/spec.md && claudestep -q project create plain && claudestep -q task add plain --description one
$ for hook in post-merge post-rewrite; do printf '#!/bin/sh\necho "theirs: %s $*, reads $(cat | wc -l) lines" >&2\n' $hook >.git/hooks/$hook; chmod +x .git/hooks/$hook; done
$ cp -a .git/hooks ../before && claudestep -q hooks install && ../open plain 1 && ../open auth 2 && ../open shop 4
$ git merge -q --no-ff -m 'Merge pull request #1 from me/claude-step-plain-1' claude-step-plain-1
! claudestep: plain: merge #1
! claudestep: plain is complete: every task is done
! theirs: post-merge 0, reads 0 lines
$ git merge -q --no-ff -m 'Merge pull request #2 from me/claude-step-auth-2' claude-step-auth-2
! claudestep: auth: merge #2
! claudestep: auth is complete: every task is done
! hint: claudestep plan complete auth
! theirs: post-merge 0, reads 0 lines

# With claudestep.completePlan the plan says it, too, in the work tree.
$ git config claudestep.completePlan true && git merge -q --no-ff -m 'Merge pull request #4 from me/claude-step-shop-4' claude-step-shop-4
! claudestep: shop: merge #4
! claudestep: shop is complete: every task is done
! claude-step/shop/spec.md says now what is done; look at it and commit it
! theirs: post-merge 0, reads 0 lines
$ git diff -U0 | tail -2 && git commit -q -a -m 'The plan says so'
-- [ ] Sell things
+- [x] Sell things

# The merge was made elsewhere, and comes by pull --rebase.
$ claudestep -q task add plain --description two && ../open plain 3 && claudestep -q task list plain --status pending
  TASK  ID        STATUS          DESCRIPTION
     2  3fc4ccfe  pending, ready  two
$ git clone -q . ../elsewhere && cd ../elsewhere && git merge -q --no-ff -m 'Merge pull request #3 from me/claude-step-plain-3' origin/claude-step-plain-3 && cd ../repo && git commit -q --allow-empty -m mine
$ claudestep -q pr move plain --pr 3 --task 2 && git remote add elsewhere ../elsewhere && git pull -q --rebase elsewhere main
! claudestep: plain: merge #3
! claudestep: plain is complete: every task is done
! theirs: post-rewrite rebase, reads 1 lines
$ claudestep hooks uninstall -q && diff -r --no-dereference .git/hooks ../before && echo the same
the same
$ git -C ../elsewhere commit -q --allow-empty -m again && git commit -q --allow-empty -m more && git pull -q --rebase elsewhere main
! theirs: post-rewrite rebase, reads 2 lines
$ git branch -q side HEAD^ && git checkout -q side && git commit -q --allow-empty -m side && git checkout -q main && git merge -q --no-ff -m theirs side
! theirs: post-merge 0, reads 0 lines
