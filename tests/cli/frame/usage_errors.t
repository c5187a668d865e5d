# What is wrong with the command line is said in one way, and names what may have been meant.
$ claudestep stast
! error: unknown command 'stast'
! hint: did you mean 'stats'?
[2]
$ claudestep pr opne
! error: unknown command 'pr opne'
! hint: did you mean 'pr open'?
[2]
$ claudestep frobnicate
! error: unknown command 'frobnicate'
! hint: claudestep --help
[2]
$ claudestep stats --josn
! error: unknown option '--josn'
! hint: did you mean '--json'?
[2]
$ claudestep --josn stats
! error: unknown option '--josn'
! hint: did you mean '--json'?
[2]
$ claudestep stats -x
! error: unknown option '-x'
[2]
$ claudestep stats --color=sometimes
! error: option '--color': 'sometimes' is none of auto, always, never
[2]
$ claudestep pr open auth
! error: missing options '--task TASK', '--pr N', '--branch B'
! hint: usage: claudestep pr open PROJECT --task TASK --pr N --branch B [--reviewer R] [--title T] [--created-at TIME]
[2]
$ claudestep pr open auth --task 1 --branch b --pr
! error: option '--pr N' needs a value
[2]
$ claudestep pr open auth --task 1 --branch b --pr -7
! error: option '--pr': '-7' is not a whole number from 1
[2]
$ claudestep pr open --task 1 --branch b --pr 7 one two
! error: unexpected operand 'two'
! hint: usage: claudestep pr open PROJECT --task TASK --pr N --branch B [--reviewer R] [--title T] [--created-at TIME]
[2]
$ claudestep pr open auth --dry-run=yes
! error: option '--dry-run' takes no value
[2]
$ claudestep init --at HEAD
! error: option '--at' is for commands that read, 'init' writes
[2]
# A word that cannot be seen is shown.
$ claudestep "$(printf 'a\033[2Jb\n')"
! error: unknown command 'a\x1b[2Jb'
! hint: claudestep --help
[2]
# With --json the error is JSON, whatever is wrong.
$ claudestep stast --json
! {"kind":"error","version":1,"code":"usage","message":"unknown command 'stast'","causes":[],"hints":["did you mean 'stats'?"],"retryable":false,"place":null}
[2]
$ claudestep --format json pr
! {"kind":"error","version":1,"code":"usage","message":"'pr' needs a command after it","causes":[],"hints":["claudestep pr --help"],"retryable":false,"place":null}
[2]
$ claudestep stats --json --format text
! {"kind":"error","version":1,"code":"usage","message":"'--json' and '--format text' contradict each other","causes":[],"hints":[],"retryable":false,"place":null}
[2]
