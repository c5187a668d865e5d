# A writing command makes the branch when it is missing. Each write is one commit.
$ git init -q --bare repo.git && cd repo.git
$ claudestep project create auth >out
$ git ls-tree -r --name-only claudestep-metadata
.nojekyll
README.md
projects/auth.json
$ git rev-list --count claudestep-metadata
3
$ claudestep project create auth >out 2>err
[4]
$ claudestep project create auth --json 2>&1 >out | python3 -c 'import json, sys; print(json.load(sys.stdin)["code"])'
already_exists
$ git rev-list --count claudestep-metadata
3
$ claudestep project delete auth >out
$ git ls-tree -r --name-only claudestep-metadata
.nojekyll
README.md
$ claudestep project delete auth >out 2>err
[3]
