# Revisions, the steps of states between them, and what is staged.
--- file specs/spec.yaml
version: "1.0"
feature: {id: dark-mode, name: Dark mode, priority: low, status: planning}
objective:
  summary: Pages can be read at night
  business_value: The most wanted change of the last survey
requirements: {}
--- end
$ git init -q && git add . && git commit -qm one
$ claudestep validate HEAD:specs/spec.yaml HEAD:specs HEAD:
3 files checked: nothing found
$ sed -i 's/status: planning/status: review/' specs/spec.yaml
$ claudestep validate specs --against HEAD
specs/spec.yaml:2:66: error: the feature went from planning to review since 'HEAD'; from planning it may go to in_progress or blocked [spec/illegal-transition]
    2 | feature: {id: dark-mode, name: Dark mode, priority: low, status: review}
      |                                                                  ^
  hint: take one of the legal steps, or commit the steps between one by one
1 file checked: 1 error
[1]
$ sed -i 's/status: review/status: blocked/' specs/spec.yaml
$ claudestep validate specs --against HEAD
1 file checked: nothing found
$ cd specs && claudestep validate spec.yaml --against HEAD && claudestep validate HEAD:./spec.yaml; cd ..
1 file checked: nothing found
1 file checked: nothing found
$ claudestep validate --staged
0 files checked: nothing found
$ sed -i 's/status: blocked/status: done/' specs/spec.yaml && git add . && sed -i 's/status: done/status: planning/' specs/spec.yaml
$ claudestep validate --staged
specs/spec.yaml:2:66: error: `status` is `done`; expected one of planning, in_progress, review, completed, blocked [schema/enum]
    2 | feature: {id: dark-mode, name: Dark mode, priority: low, status: done}
      |                                                                  ^
  hint: write the word that was meant by hand
1 file checked: 1 error
[1]
$ claudestep validate specs
1 file checked: nothing found
$ sed -i 's/status: planning/status: completed/' specs/spec.yaml && git add .
$ claudestep validate --staged
specs/spec.yaml:2:66: error: the feature went from planning to completed since 'HEAD'; from planning it may go to in_progress or blocked [spec/illegal-transition]
    2 | ...{id: dark-mode, name: Dark mode, priority: low, status: completed}
      |                                                            ^
  hint: take one of the legal steps, or commit the steps between one by one
1 file checked: 1 error
[1]
$ claudestep validate --staged specs
! error: --staged takes no PATH
[2]
$ claudestep validate nowhere:specs/spec.yaml
! error: 'nowhere' does not name a commit
[3]
$ claudestep validate HEAD:specs/none.yaml
! error: no 'specs/none.yaml' in 'HEAD'
[3]
$ claudestep validate specs --against nowhere
! error: 'nowhere' does not name a commit
[3]
$ cd "$TESTDIR" && mkdir ../outside 2>/dev/null; git init -q fresh && cd fresh && printf 'version: 1\nfeature: {}\n' >spec.yaml && git add . && claudestep validate --staged -q | grep -c error:
7
# Standard input has no path, so there is nothing to compare it with.
$ claudestep validate - --against HEAD </dev/null
! error: --against compares by path, and standard input has none
! hint: claudestep validate PATH --against REV
[2]
