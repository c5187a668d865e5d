# The branch: an empty root commit, then the files that explain it. HEAD and main are left alone.
$ git init -q --bare repo.git && cd repo.git
$ claudestep init >out
$ git ls-tree --name-only claudestep-metadata
.nojekyll
README.md
$ git rev-list --count claudestep-metadata
2
$ git ls-tree "$(git rev-list --max-parents=0 claudestep-metadata)"
$ git for-each-ref --format='%(refname)'
refs/heads/claudestep-metadata
$ git symbolic-ref HEAD
refs/heads/main
$ git fsck --strict --no-progress 2>&1 | grep -v '^notice: '
[1]
