# Any schema on any file; findings with line, caret and reason.
--- file task.schema.json
{
  "type": "object",
  "required": ["id", "priority"],
  "properties": {
    "id": {"type": "string", "pattern": "^[a-z-]+$"},
    "priority": {"enum": ["critical", "high", "medium", "low"]},
    "due": {"format": "date"},
    "owner": {"$ref": "parts/person.yaml#/$defs/person"}
  },
  "additionalProperties": false
}
--- end
--- file parts/person.yaml
$defs:
  person: {type: object, required: [name]}
--- end
--- file good.yaml
id: login
priority: high
due: tomorrow
owner: {name: ann}
--- end
--- file bad.yaml
id: 1.0
priority: hihg
prioriti: low
owner: {}
--- end
$ claudestep schema check --schema ./task.schema.json good.yaml
1 file checked: nothing found
$ claudestep schema check --schema ./task.schema.json good.yaml bad.yaml
bad.yaml:1:5: error: `id` is the number `1.0`; expected a string [schema/type]
    1 | id: 1.0
      |     ^
  hint: in quotes it is a string
bad.yaml:2:11: error: `priority` is `hihg`; expected one of critical, high, medium, low [schema/enum]
    2 | priority: hihg
      |           ^
  hint: did you mean `high`?
bad.yaml:3:1: error: `prioriti` is no member of the document [schema/additionalProperties]
    3 | prioriti: low
      | ^
  hint: did you mean `priority`?
bad.yaml:4:8: error: `name` is missing in `owner` [schema/required]
    4 | owner: {}
      |        ^
  hint: add the member by hand
2 files checked: 4 errors
[1]
$ claudestep schema check --schema ./task.schema.json good.yaml --assert-format
good.yaml:3:6: error: `due` is `tomorrow`; expected a date such as 2026-01-27 [schema/format]
    3 | due: tomorrow
      |      ^
  hint: write the time that was meant by hand
1 file checked: 1 error
[1]
$ claudestep schema check --schema task.schema.json bad.yaml --json
{
  "kind": "diagnostics",
  "version": 1,
  "files": 1,
  "errors": 4,
  "warnings": 0,
  "diagnostics": [
    {
      "file": "bad.yaml",
      "line": 1,
      "column": 5,
      "severity": "error",
      "code": "schema/type",
      "message": "`id` is the number `1.0`; expected a string",
      "hint": "in quotes it is a string",
      "path": "id",
      "fixable": false,
      "instance": "/id",
      "schema": "file://$TESTDIR/task.schema.json#/properties/id/type"
    },
    {
      "file": "bad.yaml",
      "line": 2,
      "column": 11,
      "severity": "error",
      "code": "schema/enum",
      "message": "`priority` is `hihg`; expected one of critical, high, medium, low",
      "hint": "did you mean `high`?",
      "path": "priority",
      "fixable": false,
      "instance": "/priority",
      "schema": "file://$TESTDIR/task.schema.json#/properties/priority/enum"
    },
    {
      "file": "bad.yaml",
      "line": 3,
      "column": 1,
      "severity": "error",
      "code": "schema/additionalProperties",
      "message": "`prioriti` is no member of the document",
      "hint": "did you mean `priority`?",
      "path": "prioriti",
      "fixable": false,
      "instance": "/prioriti",
      "schema": "file://$TESTDIR/task.schema.json#/additionalProperties"
    },
    {
      "file": "bad.yaml",
      "line": 4,
      "column": 8,
      "severity": "error",
      "code": "schema/required",
      "message": "`name` is missing in `owner`",
      "hint": "add the member by hand",
      "path": "owner",
      "fixable": false,
      "instance": "/owner",
      "schema": "file://$TESTDIR/parts/person.yaml#/$defs/person/required"
    }
  ]
}
[1]
# Schemas of the program go by name; a metaschema is one too.
$ claudestep schema check --schema draft-2020-12 task.schema.json
1 file checked: nothing found
$ claudestep schema check --schema trust-mode good.yaml
! error: there is no schema 'trust-mode'
! hint: did you mean 'trust-model'?
[3]
# true and false are schemas.
$ echo true >all.json; echo false >none.json
$ claudestep schema check --schema ./all.json bad.yaml
1 file checked: nothing found
$ echo 1 | claudestep schema check --schema ./none.json -
standard input:1:1: error: the document is not allowed here [schema/false]
    1 | 1
      | ^
  hint: take the value out
1 file checked: 1 error
[1]
# What cannot be used says why, and where.
$ echo '{"properties": {"a": {"type": "strng"}}}' >broken.json
$ claudestep schema check --schema ./broken.json good.yaml
! error: ./broken.json:1:31: `type` needs one of null, boolean, object, array, number, string, integer
[5]
$ echo '{"$schema": "http://json-schema.org/draft-04/schema#"}' >old.json
$ claudestep schema check --schema ./old.json good.yaml
! error: ./old.json:1:13: the schema is written in `http://json-schema.org/draft-04/schema#`, which is not known here
!   caused by: `http://json-schema.org/draft-04/schema` is no schema of this program
! hint: known are https://json-schema.org/draft/2020-12/schema and http://json-schema.org/draft-07/schema#
[5]
# Nothing is fetched, and nothing outside the schema's folder is read.
$ echo '{"$ref": "https://example.com/a.json"}' >parts/net.json
$ claudestep schema check --schema parts/net.json good.yaml
! error: parts/net.json:1:10: the reference `https://example.com/a.json` leads nowhere
!   caused by: `https://example.com/a.json` is no schema of this program
! hint: nothing is fetched; a schema may refer to itself, to files beside it and to those of 'claudestep schema list'
[5]
$ echo '{"$ref": "../good.yaml"}' >parts/up.json
$ claudestep schema check --schema parts/up.json good.yaml
! error: parts/up.json:1:10: the reference `../good.yaml` leads nowhere
!   caused by: `file://$TESTDIR/good.yaml` is no schema of this program
! hint: nothing is fetched; a schema may refer to itself, to files beside it and to those of 'claudestep schema list'
[5]
$ ln -s ../good.yaml parts/link.json; echo '{"$ref": "link.json"}' >parts/over.json
$ claudestep schema check --schema parts/over.json good.yaml
! error: parts/over.json:1:10: the reference `link.json` leads nowhere
!   caused by: '$TESTDIR/parts/link.json' leads out of the folder of the schema
[5]
# References that go in a circle end.
$ echo '{"$ref": "#"}' >circle.json
$ claudestep schema check --schema ./circle.json good.yaml
! error: good.yaml: the schema cannot be applied to this document
!   caused by: its references go in a circle at file://$TESTDIR/circle.json#, or schemas nest past 1000
[5]
# What a schema refers to is a regular file: a pipe might never end.
$ mkfifo f.json && echo '{"$ref":"f.json"}' >pipe.json && echo 1 >one.json && claudestep schema check --schema ./pipe.json one.json
! error: ./pipe.json:1:9: the reference `f.json` leads nowhere
!   caused by: '$TESTDIR/f.json' is no regular file
[5]
# What a slow pattern takes is no fault of others: one finding says what is not judged any more.
$ echo '{"properties":{"a":{"items":{"pattern":"^(a+)+$"}},"b":{"pattern":"^x$"}},"patternProperties":{"^(b+)+$":true}}' >slow.json && python3 -c 'import json; print(json.dumps({"a": ["a" * 40 + "b"] * 50, "b": "x", "b" * 40 + "c": 1}))' >slow_i.json
$ claudestep schema check --schema ./slow.json slow_i.json | grep -v '^ ' | sed 's/^slow_i.json:1:[0-9]*//; s/a\[[0-9]*\]/a[N]/' | uniq -c
     25 : error: `a[N]` could not be held to the pattern `^(a+)+$`: that takes too many steps [schema/pattern]
      1 : error: `a[N]` and what else takes a pattern many steps is not judged: the patterns before took all that there are for one document [schema/pattern]
      1 1 file checked: 26 errors
