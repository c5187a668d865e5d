# What a finding means, from the table that docs/rules.md is made from.
$ claudestep explain time/no-zone
time/no-zone: a time has no zone (warning, repaired by fsck --fix)
\
It is read as UTC. Other programs take it for their local time, and then differ
from each other and from us. --fix adds the Z that is meant and touches no
digit.
\
Way out: 'claudestep fsck --fix' repairs it.
$ claudestep explain pr/duplicate-number
pr/duplicate-number: one pull request is recorded twice (error)
\
A forge gives each number once. Counts are too high, and commands that name the
number are refused.
\
Way out: decide which of the two records is true, move what only the other has
into it, and take the other out by hand.
$ claudestep explain time/no-zone --json
{
  "kind": "explain",
  "version": 1,
  "code": "time/no-zone",
  "severity": "warning",
  "fixable": true,
  "title": "a time has no zone",
  "text": "It is read as UTC. Other programs take it for their local time, and then differ from each other and from us. --fix adds the Z that is meant and touches no digit.",
  "way_out": "'claudestep fsck --fix' repairs it",
  "example": null
}
$ claudestep explain time/nozone
! error: no finding has the code 'time/nozone'
! hint: did you mean 'time/no-zone'?
[2]
$ claudestep explain nonsense
! error: no finding has the code 'nonsense'
! hint: claudestep explain
[2]
$ claudestep explain | head -n 4
  CODE                              IS       MEANS
  json/syntax                       error    the file is not JSON
  json/duplicate-key                error    an object has one key twice
  yaml/syntax                       error    the file is not YAML that can be...
