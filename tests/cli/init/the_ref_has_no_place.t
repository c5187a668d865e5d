# A branch that cannot be there beside another one is refused at once, from either side.
$ git init -q --bare repo.git && cd repo.git && claudestep -q init
$ claudestep --ref claudestep-metadata/sub init --timeout 60s
! error: the ref 'refs/heads/claudestep-metadata/sub' cannot exist beside 'refs/heads/claudestep-metadata'
! hint: name another branch with --ref, or give that one another name with git branch -m
[4]
$ claudestep -q --ref deep/er/metadata init
$ claudestep --ref deep/er init --timeout 60s
! error: the ref 'refs/heads/deep/er' cannot exist beside 'refs/heads/deep/er/metadata'
! hint: name another branch with --ref, or give that one another name with git branch -m
[4]
$ git pack-refs --all
$ claudestep --ref claudestep-metadata/sub project create auth --timeout 60s
! error: the ref 'refs/heads/claudestep-metadata/sub' cannot exist beside 'refs/heads/claudestep-metadata'
! hint: name another branch with --ref, or give that one another name with git branch -m
[4]
$ git for-each-ref --format='%(refname)'
refs/heads/claudestep-metadata
refs/heads/deep/er/metadata
