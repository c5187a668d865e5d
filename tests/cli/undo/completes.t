# What a shell offers for COMMIT are the newest commits of the branch, and none of another.
$ git init -q -b main repo && cd repo && git commit -q --allow-empty -m begin && git branch other && claudestep project create auth -q && claudestep task add auth --description one -q
$ claudestep complete undo '' | cut -f 1 && git log --format=%h --abbrev=7 claudestep-metadata
claudestep-metadata
9c41053
31eef34
30d9db5
345a27c
9c41053
31eef34
30d9db5
345a27c
$ claudestep complete diff "$(git rev-parse --short=4 claudestep-metadata)" | cut -f 1
9c41053
