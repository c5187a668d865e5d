# The schemas of the program, by name and to the byte.
$ claudestep schema list
  NAME                             DESCRIBES
  agent-file                       Agent file
  api-contract                     API contract
  automation-run                   Automation run
  compound-metrics                 Compound metrics
  configuration                    Configuration of a project
  feature-spec                     Feature specification
  phase-data                       Phase data
  progress-file                    Progress file
  project                          Project document 2.0
  project-executions               Project document: specification and execut...
  project-legacy                   Project document 1.0: tasks that are pull ...
  project-pr-centric               Project document: pull requests alone
  project-steps                    Project document 1.0: steps
  task-spec                        Task specification
  trust-model                      Trust model
  draft-07                         Core schema meta-schema
  draft-2020-12                    Core and Validation specifications meta-sc...
  draft-2020-12.applicator         Applicator vocabulary meta-schema
  draft-2020-12.content            Content vocabulary meta-schema
  draft-2020-12.core               Core vocabulary meta-schema
  draft-2020-12.format-annotation  Format vocabulary meta-schema for annotati...
  draft-2020-12.format-assertion   Format vocabulary meta-schema for assertio...
  draft-2020-12.meta-data          Meta-data vocabulary meta-schema
  draft-2020-12.unevaluated        Unevaluated applicator vocabulary meta-schema
  draft-2020-12.validation         Validation vocabulary meta-schema
$ claudestep schema list --json | head -c 200
{
  "kind": "schemas",
  "version": 1,
  "schemas": [
    {
      "name": "agent-file",
      "title": "Agent file",
      "id": "urn:claudestep:schema:agent-file",
      "metaschema": false
    },
% \x20
[no newline]
$ claudestep schema print draft-07 | head -4
{
  "$schema": "http://json-schema.org/draft-07/schema#",
  "$id": "http://json-schema.org/draft-07/schema#",
  "title": "Core schema meta-schema",
$ claudestep schema print feature-spec >spec.json && claudestep schema check --schema draft-2020-12 spec.json
1 file checked: nothing found
$ claudestep schema print feature-spek
! error: there is no schema 'feature-spek'
! hint: did you mean 'feature-spec'?
[3]
