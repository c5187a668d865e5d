# Idempotence comes from state, not from content: the second close is a commit of its own, and a
# close of what is closed is none.
$ git init -q --bare repo.git && cd repo.git
$ claudestep project create auth >out && claudestep task add auth --description 'Add login' >out
$ claudestep pr open auth --task 1 --pr 42 --branch work >out && git rev-list --count claudestep-metadata
5
$ claudestep pr close auth --pr 42 >out
$ claudestep pr reopen auth --pr 42 >out
$ claudestep pr close auth --pr 42 >out
$ git rev-list --count claudestep-metadata
8
$ claudestep pr close auth --pr 42 >out
$ git rev-list --count claudestep-metadata
8
