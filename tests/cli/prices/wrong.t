# What a stranger writes.
--- file unknown.json
{"models": [
  {"model": "m", "input": 1, "output": 2, "cache_read": 0.1, "cache_write": 1, "inptu": 3}]}
--- end
--- file text.json
{"models": [{"model": "m", "input": "$1", "output": 2, "cache_read": 0.1, "cache_write": 1}]}
--- end
--- file twice.json
{"models": [{"model": "m", "input": 1, "output": 2, "cache_read": 0.1, "cache_write": 1},
            {"model": "m", "input": 1, "output": 2, "cache_read": 0.1, "cache_write": 1}]}
--- end
--- file list.json
[]
--- end
$ claudestep prices --prices missing.json
! error: cannot read 'missing.json'
!   caused by: No such file or directory
[2]
$ claudestep prices --prices .
! error: cannot read '.'
!   caused by: Is a directory
[2]
$ claudestep prices --prices unknown.json
! error: unknown.json:2:80: models[0] has an unknown member 'inptu'
! hint: did you mean 'input'?
[2]
$ claudestep prices --prices text.json
! error: text.json:1:37: models[0].input is "$1"; expected dollars from 0 to 1000000 with at most 9 decimals
[2]
$ claudestep prices --prices twice.json
! error: twice.json:2:23: models[1].model is "m"; expected a model that has no price in this file yet
[2]
$ claudestep prices --prices list.json
! error: list.json:1:1: the document is an array; expected an object
[2]
$ claudestep prices claude-opus-5-4
! error: no price for the model 'claude-opus-5-4'
! hint: did you mean 'claude-opus-4'?
! hint: git config claudestep.claude-opus-5-4.price 'INPUT OUTPUT CACHE-READ CACHE-WRITE'
[3]
$ claudestep prices "mine; rm x"
! error: no price for the model 'mine; rm x'
! hint: git config 'claudestep.mine; rm x.price' 'INPUT OUTPUT CACHE-READ CACHE-WRITE'
[3]
$ claudestep prices --git-dir nowhere
! error: not a git repository: 'nowhere'
[3]
$ echo '{' | claudestep prices --prices -
! error: standard input:2:1: expected a key in double quotes or '}', found the end of the document
!   caused by: the object that starts at line 1, column 1 is not closed
[2]
$ git init -q repo && cd repo && git config claudestep.prices ../missing.json && claudestep prices
! error: cannot read '$TESTDIR/repo/../missing.json'
!   caused by: No such file or directory
! hint: git config --show-origin claudestep.prices
[2]
$ git config --unset claudestep.prices && git config claudestep.m.price '1 2 x 4' && claudestep prices --json
! {"kind":"error","version":1,"code":"invalid_input","message":"cannot use the setting 'claudestep.m.price'","causes":["'x' is none of dollars from 0 to 1000000 with at most 9 decimals"],"hints":[],"retryable":false,"place":null}
[2]
$ git config claudestep.m.price '' && claudestep prices
! error: cannot use the setting 'claudestep.m.price'
!   caused by: '' is not four prices
! hint: dollars for a million tokens of input, output, cache read and cache write: '5 25 0.50 6.25'
[2]
