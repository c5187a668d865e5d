# The clock can be told, and told wrongly.
$ CLAUDESTEP_NOW=noon claudestep version
! error: CLAUDESTEP_NOW 'noon' is no time
!   caused by: expected a time such as 2026-01-27T10:00:00Z
[2]
$ CLAUDESTEP_NOW=2026-02-30T10:00:00Z claudestep version --json
! {"kind":"error","version":1,"code":"invalid_input","message":"CLAUDESTEP_NOW '2026-02-30T10:00:00Z' is no time","causes":["there is no day 2026-02-30"],"hints":[],"retryable":false,"place":null}
[2]
# Colours are used where they are asked for, and nowhere else.
$ claudestep stast --color=always
!%\e[31merror:\e[0m unknown command 'stast'
!%\e[36mhint:\e[0m did you mean 'stats'?
[2]
$ CLICOLOR_FORCE=1 claudestep stast 2>&1 | head -n 1
%\e[31merror:\e[0m unknown command 'stast'
$ NO_COLOR=1 CLICOLOR_FORCE=1 claudestep stast 2>&1 | head -n 1
error: unknown command 'stast'
