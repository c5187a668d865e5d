# A feature specification that is planned or blocked is not worked on.
--- file repo/specs/auth/spec.yaml
version: "1.0"
feature: {id: auth, name: Login, priority: high, status: planning}
objective: {summary: People log in, business_value: Safety}
requirements:
  functional:
    - id: FR-1
      title: Login
      description: People log in
      priority: high
      acceptance_criteria: [A person with a password gets in]
tasks:
  backend:
    - id: BE-1
      title: Add login
      acceptance_criteria: [It works]
      done_when: [Tests pass]
--- end
$ git init -q repo && cd repo && git add . && git commit -qm 'Plan'
$ claudestep plan import specs/auth/spec.yaml
[f7a32d8] auth: create
          auth: set the plan (1 task)
! 1 task added
$ claudestep next auth
auth is not approved: specs/auth/spec.yaml says planning
[1]
$ claudestep next auth --json
{
  "kind": "next",
  "version": 1,
  "project": "auth",
  "task": null,
  "reviewer": null,
  "branch": null,
  "claim": null,
  "reason": "not_approved",
  "waiting_for": []
}
[1]
$ claudestep next auth --claim
auth is not approved: specs/auth/spec.yaml says planning
[1]
$ sed -i 's/planning/in_progress/' specs/auth/spec.yaml && git commit -qam 'Approved'
$ claudestep next auth
next in auth: task 1
  description  Add login
  id           0e100ea6
  branch       claude-chain-auth-0e100ea6
$ sed -i 's/in_progress/blocked/' specs/auth/spec.yaml && git commit -qam 'Blocked'
$ claudestep next auth
auth is not approved: specs/auth/spec.yaml says blocked
[1]
# In a folder that claudestep.projectsDir names it is found without the project following it.
$ claudestep project create pay -q && claudestep task add pay --description 'Pay' -q
$ mkdir -p specs/pay && sed 's/id: auth/id: pay/' specs/auth/spec.yaml >specs/pay/spec.yaml && git add . && git commit -qm 'Pay'
$ claudestep next pay
next in pay: task 1
  description  Pay
  id           723afa39
  branch       claude-chain-pay-723afa39
$ git config claudestep.projectsDir specs/
$ claudestep next pay
pay is not approved: specs/pay/spec.yaml says blocked
[1]
# What cannot be read is not taken for approval.
$ echo '}' >specs/pay/spec.yaml && git commit -qam 'Broken'
$ claudestep next pay
! error: main:specs/pay/spec.yaml:1:1: expected no closing bracket here
[5]
# A specification in JSON counts alike, followed or found.
$ mkdir -p specs/json && claudestep doc to-json specs/auth/spec.yaml >specs/json/spec.json && git add . && git commit -qm 'JSON'
$ claudestep plan import specs/json/spec.json -q && claudestep next json
json is not approved: specs/json/spec.json says blocked
[1]
$ claudestep project create json2 -q && claudestep task add json2 --description 'One' -q && mkdir specs/json2 && cp specs/json/spec.json specs/json2/ && git add . && git commit -qm 'JSON 2'
$ claudestep next json2
json2 is not approved: specs/json2/spec.json says blocked
[1]
# A status that there is none of is no permission, nor is none at all.
$ sed -i 's/status: blocked/status: draft/' specs/auth/spec.yaml && git commit -qam 'Draft' && claudestep next auth
auth is not approved: specs/auth/spec.yaml says draft
[1]
$ sed -i 's/, status: draft//' specs/auth/spec.yaml && git commit -qam 'None' && claudestep next auth
auth is not approved: specs/auth/spec.yaml says no status
[1]
