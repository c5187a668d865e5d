# Findings of specifications and other documents have an example.
$ claudestep explain spec/dangling-reference
spec/dangling-reference: a reference leads nowhere (error)
\
A text names an id that is given nowhere in the file: one that begins with FR-
or NFR-, one with the letters that ids of tasks here have, or an entry in a
task's dependencies. The id is the whole of its letters, digits, hyphens and
underscores: FR-101a is not FR-101, while FR-101-based is. Every text is looked
at but those under metadata and dependencies, which may name what is elsewhere.
\
    tasks:
      backend:
        - id: BE-002
          reference: FR-110        # there is FR-101
          dependencies: [BE-010]
\
Way out: correct the reference, or add what it names.
$ claudestep explain spec/illegal-transition --json
{
  "kind": "explain",
  "version": 1,
  "code": "spec/illegal-transition",
  "severity": "error",
  "fixable": false,
  "title": "a state does not follow the one before",
  "text": "With --against REV the document is compared with how it was in that revision. Features, tasks, sessions, runs and their phases each go through their states in an order; the message names the legal steps. A task under review counts as in progress.",
  "way_out": "take one of the legal steps, or commit the steps between one by one",
  "example": "feature: {status: completed}     # and planning in HEAD"
}
$ claudestep explain spec/dangling-referense
! error: no finding has the code 'spec/dangling-referense'
! hint: did you mean 'spec/dangling-reference'?
[2]
