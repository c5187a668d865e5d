# A document that its keys alone tell stays one when its syntax breaks.
$ git init -q repo && cd repo && rm -f .git/hooks/* && claudestep -q hooks install
$ claudestep doc new feature-spec >auth.yaml && claudestep doc new task-spec >task.yaml && claudestep doc new automation-run >run.json && claudestep doc new api-contract >api.yaml
$ claudestep validate . && git add . && git commit -q -m whole
4 files checked: nothing found
$ printf 'x: [1\n' | tee -a auth.yaml >>task.yaml && sed -i '1s/{/{,/' run.json && sed -i '1i a: "1.0' api.yaml
$ claudestep validate .
api.yaml:2:1: error: expected the quoted text to go on with at least 1 space of indentation [yaml/syntax]
    2 | # An interface over HTTP.
      | ^
  hint: correct the file at that place by hand
auth.yaml:65:1: error: expected ',' or ']' in the sequence [yaml/syntax]
   65 |
      | ^
  hint: correct the file at that place by hand
run.json:1:2: error: expected a key in double quotes or '}', found ',' [json/syntax]
    1 | {,
      |  ^
  hint: decide what was meant and correct the file by hand, or take its last good version from its history (git log -p BRANCH -- FILE)
task.yaml:16:1: error: expected ',' or ']' in the sequence [yaml/syntax]
   16 |
      | ^
  hint: correct the file at that place by hand
4 files checked: 4 errors
[1]
$ git add . && claudestep validate --staged | tail -n 1
4 files checked: 4 errors
$ git commit -q -m broken 2>&1 | tail -n 2
the commit is refused: a staged document has errors
hint: CLAUDESTEP_HOOKS=0 git commit, or git commit --no-verify, commits it as it is
# Where none of its keys can be seen any more, what it replaces tells.
$ echo '}' >task.yaml && git add . && claudestep validate . | tail -n 1
3 files checked: 3 errors; 1 more could not be read and was passed over
$ claudestep validate . --against HEAD | tail -n 1
4 files checked: 4 errors
$ claudestep validate --staged | grep -A3 ^task
task.yaml:1:1: error: expected no closing bracket here [yaml/syntax]
    1 | }
      | ^
  hint: correct the file at that place by hand
$ echo 'tasks: {}' >task.yaml && git add . && claudestep validate --staged | grep -A3 ^task
task.yaml:1:1: error: `version` is missing in the document [schema/required]
    1 | tasks: {}
      | ^
  hint: add the member by hand
task.yaml:1:1: error: `task` is missing in the document [schema/required]
    1 | tasks: {}
      | ^
  hint: add the member by hand
# What nothing tells is passed over, and counted.
$ mkdir ../others && cd ../others && printf -- '---\na: 1\n---\ntask:\n  b: 2\n' >two.yaml && printf '{{- if x }}\n- task: [\n' >chart.yaml && printf '{"a": {"task": {\n' >cut.json && printf 'task:\n- a\n@\n' >list.yml
$ claudestep validate .
0 files checked: nothing found; 4 more could not be read and were passed over
$ claudestep -v validate . --format github
! note: 'chart.yaml' is passed over: it cannot be read (line 1: expected no '- ' here), and none of its keys says that it is one of ours
! note: 'cut.json' is passed over: it cannot be read (line 2: expected a key in double quotes or '}', found the end of the document: the object that starts at line 1, column 16 is not closed), and none of its keys says that it is one of ours
! note: 'list.yml' is passed over: it cannot be read (line 3: expected a value; text that begins with this character is written in quotes), and none of its keys says that it is one of ours
! note: 'two.yaml' is passed over: it cannot be read (line 3: expected one document, found a second), and none of its keys says that it is one of ours
! 0 files checked: nothing found; 4 more could not be read and were passed over
# The key is enough, in whatever form.
$ rm * && printf '{task: {},\n' >a.yaml && printf '{"version": "1.0" "task": {\n' >b.json && printf '%s\n' "'task' : # mine" '	id: x' >c.yml && printf '\357\273\277task: {\n' >d.yaml
$ claudestep validate . | grep -v '^ '
a.yaml:1:1: error: the '{' that stands here is not closed [yaml/syntax]
b.json:1:19: error: expected ',' or '}' after a member, found '"' [json/syntax]
c.yml:2:2: error: expected spaces for indentation, found a tab [yaml/syntax]
d.yaml:2:1: error: expected ',' or '}' in the map [yaml/syntax]
4 files checked: 4 errors
