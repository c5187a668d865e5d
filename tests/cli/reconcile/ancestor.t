# What became of the first ClaudeStep: thirteen pull requests of one branch that was used again and
# again are recorded as merged and never reached main; the last of them was merged by squash and is
# recorded as open. Nothing else is to be said: #88 did reach main, #87 and #103 are open.
--- file commit
echo "$2" >>$1 && git add $1 && git commit -q -m "$3"
--- end
--- file records
echo '{"op": "create-project", "project": "e2e-test-project"}'
for task in 1 2 3 4; do
  echo "{\"op\": \"add-task\", \"project\": \"e2e-test-project\", \"description\": \"Task $task\"}"
done
for pr in $(seq 87 103); do
  case $pr in 87) task=1 ;; 88) task=2 ;; 103) task=4 ;; *) task=3 ;; esac
  about="\"project\": \"e2e-test-project\", \"pr\": $pr"
  echo "{\"op\": \"open-pr\", $about, \"task\": $task, \"branch\": \"claude-step-e2e-test-project-$task\", \"reviewer\": \"gestrich\", \"created_at\": \"2025-12-31T12:$((pr - 50)):00\"}"
  case $pr in 87 | 102 | 103) ;; *) echo "{\"op\": \"set-pr-state\", $about, \"state\": \"merged\"}" ;; esac
done
--- end
$ git init -q -b main repo && cd repo && git commit -q --allow-empty -m begin && export p=claude-step-e2e-test-project
$ git checkout -q -b $p-2 && sh ../commit two 1 'Task 2' && git checkout -q main && git merge -q --no-ff -m "Merge pull request #88 from gestrich/$p-2" $p-2 && git branch -qD $p-2
$ git checkout -q -b $p-1 && sh ../commit one 1 'Task 1' && git checkout -q -b $p-4 main && sh ../commit four 1 'Task 4' && git checkout -q -b $p-3 main
$ for n in $(seq 89 102); do sh ../commit three $n "Task 3, again"; git update-ref refs/pull/$n/head HEAD; done
$ git checkout -q main && sh ../commit more 1 'Work of others' && git merge -q --squash $p-3 2>/dev/null >&2 && git commit -q -m 'Task 3 (#102)' && git branch -qD $p-3
$ sh ../records | claudestep apply - -q 2>/dev/null

# The forge's heads fetched: the squash is proved.
$ claudestep reconcile
[b650ca1] e2e-test-project: merge #102
in doubt, and left as they are:
    PR  PROJECT           RECORDED  WHY
   #89  e2e-test-project  merged    its branch was not merged into 'main'
   #90  e2e-test-project  merged    its branch was not merged into 'main'
   #91  e2e-test-project  merged    its branch was not merged into 'main'
   #92  e2e-test-project  merged    its branch was not merged into 'main'
   #93  e2e-test-project  merged    its branch was not merged into 'main'
   #94  e2e-test-project  merged    its branch was not merged into 'main'
   #95  e2e-test-project  merged    its branch was not merged into 'main'
   #96  e2e-test-project  merged    its branch was not merged into 'main'
   #97  e2e-test-project  merged    its branch was not merged into 'main'
   #98  e2e-test-project  merged    its branch was not merged into 'main'
   #99  e2e-test-project  merged    its branch was not merged into 'main'
  #100  e2e-test-project  merged    its branch was not merged into 'main'
  #101  e2e-test-project  merged    its branch was not merged into 'main'
$ claudestep reconcile --check
in doubt, and left as they are:
    PR  PROJECT           RECORDED  WHY
   #89  e2e-test-project  merged    its branch was not merged into 'main'
   #90  e2e-test-project  merged    its branch was not merged into 'main'
   #91  e2e-test-project  merged    its branch was not merged into 'main'
   #92  e2e-test-project  merged    its branch was not merged into 'main'
   #93  e2e-test-project  merged    its branch was not merged into 'main'
   #94  e2e-test-project  merged    its branch was not merged into 'main'
   #95  e2e-test-project  merged    its branch was not merged into 'main'
   #96  e2e-test-project  merged    its branch was not merged into 'main'
   #97  e2e-test-project  merged    its branch was not merged into 'main'
   #98  e2e-test-project  merged    its branch was not merged into 'main'
   #99  e2e-test-project  merged    its branch was not merged into 'main'
  #100  e2e-test-project  merged    its branch was not merged into 'main'
  #101  e2e-test-project  merged    its branch was not merged into 'main'
[1]

# Without them, and without the branch, it is only likely; the doubts are the same.
$ claudestep undo -q && git for-each-ref --format='delete %(refname)' refs/pull | git update-ref --stdin
$ claudestep reconcile --json | jq -c '.changed, (.changes[] | [.pr_number, .rule, .weight, .applied]), (.doubts | length), (.doubts[0] | .pr_number, .reason)'
false
[102,"squash-message","likely",false]
13
89
"no commit of 'main' merges it or names it"
