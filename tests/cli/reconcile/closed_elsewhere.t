# A fork follows its upstream, which merged a pull request of the same number and branch. Here it was closed before that.
$ git init -q up && cd up && git commit -q --allow-empty -m base && cd .. && git clone -q up repo && cd repo
$ claudestep -q project create a && claudestep -q task add a --description T
$ claudestep -q pr open a --task 1 --pr 12 --branch patch-1 && claudestep -q pr close a --pr 12
$ cd ../up && git switch -qc patch-1 && git commit -q --allow-empty -m work && git switch -q main
$ git merge -q --no-ff -m 'Merge pull request #12 from bob/patch-1' patch-1 && git branch -qd patch-1
$ cd ../repo && git pull -q ../up main && claudestep reconcile --check
no drift: nothing is proved that is not recorded
likely, and not recorded (--likely records them):
   PR  PROJECT  FROM    TO      RULE          COMMIT   MERGED
  #12  a        closed  merged  merge-commit  ba0d28d  2026-01-01
