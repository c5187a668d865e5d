$ git init -q --bare repo.git && cd repo.git
$ claudestep init >out && git rev-parse claudestep-metadata >tip
$ claudestep init >out
$ git rev-parse claudestep-metadata | cmp - tip
$ git claudestep init >out
$ git rev-parse claudestep-metadata | cmp - tip
