# What was found out about patches is kept, and believed only when it is whole.
$ git init -q repo && cd repo && echo 0 >file && git add . && git commit -q -m start
$ claudestep -q project create auth && claudestep -q task add auth --description one
$ git checkout -q -b claude-step-auth-1 && echo 1 >one && git add . && git commit -q -m 'Work' && git checkout -q main
$ for n in $(seq 40); do echo $n >file && git commit -q -a -m "Change $n"; done
$ claudestep -q pr open auth --task 1 --pr 1 --branch claude-step-auth-1 --created-at 2026-01-01T00:00:00Z
$ git merge -q --squash claude-step-auth-1 2>/dev/null && git commit -q -m 'By hand'
Squash commit -- not updating HEAD
$ claudestep reconcile --check
proved, and not recorded:
  PR  PROJECT  FROM  TO      RULE   COMMIT   MERGED
  #1  auth     open  merged  patch  d145631  2026-01-01
[1]
$ cp .git/claudestep/patches ../kept && claudestep reconcile --check | tail -n 1 && cmp ../kept .git/claudestep/patches
  #1  auth     open  merged  patch  d145631  2026-01-01
# Cut short, or with one bit turned: found out anew.
$ head -c 999 ../kept >.git/claudestep/patches && claudestep reconcile --check | tail -n 1
  #1  auth     open  merged  patch  d145631  2026-01-01
$ cmp ../kept .git/claudestep/patches
$ sed 's/\x01/\x03/' ../kept >.git/claudestep/patches && claudestep reconcile --check | tail -n 1
  #1  auth     open  merged  patch  d145631  2026-01-01
$ cmp ../kept .git/claudestep/patches
$ claudestep cache clear >out && ls .git/claudestep/patches
! ls: cannot access '.git/claudestep/patches': No such file or directory
[2]
