# Two pull requests with one head, of one branch, and a squash that names neither: which of them it
# was nobody can say. Where it names one, the other is not merged.
--- file commit
echo "$2" >>$1 && git add $1 && git commit -q -m "$3"
--- end
$ git init -q -b main repo && cd repo && git commit -q --allow-empty -m begin && claudestep project create auth -q && for n in 1 2; do claudestep task add auth --description "Task number $n" -q; done
$ for n in 1 2; do git checkout -q -b claude-step-auth-$n main && sh ../commit file-$n 1 "Work on $n" && for pr in 1$n 2$n; do git update-ref refs/pull/$pr/head HEAD; done; done; git checkout -q main
$ git merge -q --squash claude-step-auth-1 >/dev/null 2>&1 && git commit -q -m 'By squash' && git merge -q --squash claude-step-auth-2 >/dev/null 2>&1 && git commit -q -m 'By squash (#22)'
$ claudestep reconcile --adopt --check
not recorded so far, and named for a task:
   PR  PROJECT  TASK  STATE   BRANCH
  #11  auth        1  open    claude-step-auth-1
  #12  auth        2  open    claude-step-auth-2
  #21  auth        1  open    claude-step-auth-1
  #22  auth        2  merged  claude-step-auth-2
[1]
