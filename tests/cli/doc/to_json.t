# A document as the tool reads it: laid out anew, numbers letter for letter.
--- file ok.json
{"b":[1.50,1e2,{}],"a":"\u00e4\/",
 "c":[]}
--- end
--- file twice.json
{"a": 1,
 "a": 2}
--- end
--- file other.txt
[1]
--- end
$ claudestep doc to-json ok.json
{
  "b": [
    1.50,
    1e2,
    {}
  ],
  "a": "ä/",
  "c": []
}
$ claudestep doc to-json - --from json <ok.json | cmp - ok.json >same; claudestep doc to-json --from json - <other.txt
[
  1
]
# Refusals have a place.
$ claudestep doc to-json twice.json
! error: twice.json:2:2: duplicate key 'a', first at line 1, column 2
[2]
$ claudestep doc to-json twice.json --json
! {"kind":"error","version":1,"code":"invalid_input","message":"duplicate key 'a', first at line 1, column 2","causes":[],"hints":[],"retryable":false,"place":{"file":"twice.json","line":2,"column":2}}
[2]
$ printf '{"a":\377}' | claudestep doc to-json --from=json -
! error: standard input:1:6: expected a value, found the byte 0xff, which is not UTF-8
[2]
# Anything else is YAML, or a progress file.
$ claudestep doc to-json other.txt
[
  1
]
$ printf 'a: yes\nb: [1.50, 0x10, 2026-01-27, ~]\n' | claudestep doc to-json -
{
  "a": "yes",
  "b": [
    1.50,
    16,
    "2026-01-27",
    null
  ]
}
$ printf 'a: 1\nb: 2\na: 3\n' | claudestep doc to-json -
! error: standard input:3:1: duplicate key 'a', first at line 1, column 1
[2]
$ printf '{"a": 1,}' | claudestep doc to-json --from json -
! error: standard input:1:9: expected a key in double quotes after ',', found '}'
[2]
$ printf '# Claude Progress File\n\n## Blockers\nNone\n' | claudestep doc to-json -
{
  "title": "Claude Progress File",
  "blockers": []
}
$ printf '# Claude Progress File\na: 1\n' | claudestep doc to-json --from yaml -
{
  "a": 1
}
$ claudestep doc to-json none.json
! error: cannot read 'none.json'
!   caused by: No such file or directory
[2]
# A plan in Markdown is read as a checklist.
$ printf '# Plan\n- [ ] Add login\n  - [x] with a form\n```\n- [ ] no task\n```\n' >spec.md
$ claudestep doc to-json spec.md
{
  "tasks": [
    {
      "text": "Add login",
      "checked": false
    },
    {
      "text": "with a form",
      "checked": true
    }
  ]
}
$ claudestep doc to-json --from checklist - <spec.md | claudestep doc to-json --from json - | cksum; claudestep doc to-json spec.md | cksum
3526336192 147
3526336192 147
$ printf '\377' >spec.md && claudestep doc to-json spec.md
! error: 'spec.md' is not UTF-8
[2]
# A progress file is told by its name as well: what is wrong with it is said, not what YAML makes of it.
$ claudestep doc new progress-file | sed '1s/Progress File/progress file/' >claude-progress.txt && claudestep doc to-json claude-progress.txt
! error: claude-progress.txt:1:1: expected the line '# Claude Progress File'
[2]
