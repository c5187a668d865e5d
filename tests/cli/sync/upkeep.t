# When a sync moved something, git is asked whether it is time to tidy up.
$ git init -q --bare remote.git && git init -q one && cd one && git remote add origin ../remote.git
$ git config maintenance.auto true && git config maintenance.gc.enabled false && git config maintenance.loose-objects.enabled true && git config maintenance.loose-objects.auto 1
$ claudestep project create auth -q && claudestep sync --force-first -q
$ git count-objects -v | grep -E "^(count|packs)"
count: 10
packs: 1
# When nothing moved it is not.
$ claudestep task add auth --description "Add login" -q && git push -q origin claudestep-metadata && claudestep sync
nothing to do: 'claudestep-metadata' is the same here and on 'origin'
$ git count-objects -v | grep -E "^(count|packs)"
count: 14
packs: 1
