# What `doc new` prints validates, without a warning; a wrong word is told.
$ for kind in feature-spec task-spec api-contract phase-data trust-model agent-file compound-metrics progress-file automation-run configuration; do claudestep doc new $kind | claudestep validate --strict --kind $kind - || echo "$kind"; done
1 file checked: nothing found
1 file checked: nothing found
1 file checked: nothing found
1 file checked: nothing found
1 file checked: nothing found
1 file checked: nothing found
1 file checked: nothing found
1 file checked: nothing found
1 file checked: nothing found
1 file checked: nothing found
$ mkdir projects && claudestep doc new project >projects/my-project.json && claudestep validate --strict projects/my-project.json
1 file checked: nothing found
$ claudestep doc new agent-file >a.af && claudestep validate --strict a.af
1 file checked: nothing found
$ claudestep doc new task-spec
\# A single task.
version: "1.0"
task:
  id: BE-001
  title: What is to be done
  role: backend                # backend, frontend, qa, devops or planner
  status: pending              # pending, in_progress, review, completed or blocked
  acceptance_criteria:
    - What anybody can see or measure
  done_when: The tests pass
  # reference: FR-101
  # methodology: TDD           # TDD, BDD or standard
  # max_iterations: 5          # 1 to 20
  # dependencies: [BE-000]
$ claudestep doc new featurespec
! error: KIND: 'featurespec' is none of project, feature-spec, task-spec, api-contract, phase-data, trust-model, agent-file, compound-metrics, progress-file, automation-run, configuration
! hint: did you mean 'feature-spec'?
[2]
$ claudestep doc new
! error: missing operand 'KIND'
! hint: usage: claudestep doc new KIND
[2]
# As JSON it is what `doc to-json` makes of it.
$ for kind in feature-spec task-spec api-contract phase-data trust-model agent-file compound-metrics automation-run configuration; do claudestep doc new $kind >d.yaml && claudestep doc to-json d.yaml >a.json && claudestep doc new $kind --json | cmp - a.json; done
$ claudestep doc new progress-file >claude-progress.txt && claudestep doc to-json claude-progress.txt >a.json && claudestep doc new progress-file --json | cmp - a.json
