# The folder that is set for plans may be the root of the tree; one that the base branch does not have is warned of.
--- file repo/auth/configuration.yml
reviewers: [{username: alice, maxOpenPRs: 1}]
--- end
$ git init -q repo && cd repo && git add . && git commit -qm 'Plan' && claudestep project create auth -q && claudestep task add auth --description 'Add login' -q
$ claudestep next auth | grep -c alice
0
[1]
$ for folder in . ./ .//./; do git config claudestep.projectsDir $folder; claudestep next auth | grep alice; done; claudestep capacity
  reviewer     alice
  reviewer     alice
  reviewer     alice
  REVIEWER  OPEN  CLAIMED  MAX  ROOM  LOAD        PULL REQUESTS
  alice        -        -    1     1  [--------]  -
$ mkdir -p docs/plans && git mv auth docs/plans/ && git commit -qm 'Moved' && git config claudestep.projectsDir ./docs//plans/ && claudestep next auth | grep alice
  reviewer     alice
$ for folder in auth docs/none ../repo /docs/plans; do git config claudestep.projectsDir $folder; claudestep next auth | grep alice; done
! warning: claudestep.projectsDir names 'auth', which 'main' does not have: no configuration is read from it
! warning: claudestep.projectsDir names 'docs/none', which 'main' does not have: no configuration is read from it
! warning: claudestep.projectsDir names '../repo', which 'main' does not have: no configuration is read from it
! warning: claudestep.projectsDir names '/docs/plans', which 'main' does not have: no configuration is read from it
[1]
$ claudestep next auth --claim --dry-run | head -n 1
would: auth: claim task 1
! warning: claudestep.projectsDir names '/docs/plans', which 'main' does not have: no configuration is read from it
$ claudestep capacity
! warning: claudestep.projectsDir names '/docs/plans', which 'main' does not have: no configuration is read from it
! no reviewer to show
