# What gave way in a project is found under its new name and not under the old one, when another
# project has that by now.
$ git init -q --bare repo.git && cd repo.git
$ claudestep project create auth -q && claudestep task add auth --description "Add login" -q
$ git branch other claudestep-metadata
$ claudestep task edit auth 1 --description "Add a login" -q
$ claudestep --ref other task edit auth 1 --description "Write the login" -q
$ claudestep merge other
[bccf7c5] merge 'other' into 'claudestep-metadata'
  auth: description of task 0e100ea6: kept 'Write the login', gave up 'Add a login'
$ claudestep project rename auth entrance -q
$ claudestep log entrance --receipts
bccf7c5  2026-01-01T00:04:00Z
  auth: description of task 0e100ea6: kept 'Write the login', gave up 'Add a login'
$ claudestep log auth --receipts
bccf7c5  2026-01-01T00:04:00Z
  auth: description of task 0e100ea6: kept 'Write the login', gave up 'Add a login'
$ claudestep project create auth -q
$ claudestep log auth --receipts
! nothing gave way in a merge
$ claudestep log entrance --receipts
bccf7c5  2026-01-01T00:04:00Z
  auth: description of task 0e100ea6: kept 'Write the login', gave up 'Add a login'
# The name that gave way when both sides gave it a new one is one of its names.
$ git branch -f other claudestep-metadata
$ claudestep project rename entrance door -q
$ claudestep --ref other project rename entrance gate -q
$ claudestep merge other
[34c78eb] merge 'other' into 'claudestep-metadata'
  gate: project: kept 'gate', gave up 'door'
$ claudestep log gate --receipts
34c78eb  2026-01-01T00:14:00Z
  gate: project: kept 'gate', gave up 'door'
\
bccf7c5  2026-01-01T00:04:00Z
  auth: description of task 0e100ea6: kept 'Write the login', gave up 'Add a login'
