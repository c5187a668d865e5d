# `git revert --reference` shortens the id of what it takes back.
$ git init -q -b main repo && cd repo && git commit -q --allow-empty -m begin && claudestep project create auth -q && claudestep task add auth --description one -q && claudestep pr open auth --task 1 --pr 1 --branch b -q
$ git checkout -q -b b && echo 1 >one && git add one && git commit -q -m work && git checkout -q main && git merge -q --no-ff -m 'Merge pull request #1 from acme/b' b && git revert --reference --no-edit -m 1 HEAD >/dev/null
$ claudestep reconcile | tail -n 1 | cut -c 1-50
  #1  auth     open      it was merged by c19461c,
