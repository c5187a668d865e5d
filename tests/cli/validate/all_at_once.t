# One mistake does not hide others: what the schema finds and where references lead nowhere are told
# together, unless an id that they may name could not be read.
$ claudestep doc new feature-spec | sed 's/priority: high/priority: hgh/; s/FR-101 holds/FR-110 holds/' >spec.yaml
$ claudestep validate spec.yaml
spec.yaml:19:17: error: `priority` is `hgh`; expected one of critical, high, medium, low [schema/enum]
   19 |       priority: hgh
      |                 ^
  hint: did you mean `high`?
spec.yaml:44:11: error: 'FR-110' is named here and is nowhere (did you mean 'FR-101'?) [spec/dangling-reference]
   44 |         - FR-110 holds
      |           ^
  hint: correct the reference, or add what it names
1 file checked: 2 errors
[1]
$ sed 's/- id: FR-101/- id: 101/' spec.yaml >unread.yaml && claudestep validate unread.yaml
unread.yaml:16:11: error: `id` is the number `101`; expected a string [schema/type]
   16 |     - id: 101
      |           ^
  hint: in quotes it is a string
unread.yaml:19:17: error: `priority` is `hgh`; expected one of critical, high, medium, low [schema/enum]
   19 |       priority: hgh
      |                 ^
  hint: did you mean `high`?
1 file checked: 2 errors
[1]
