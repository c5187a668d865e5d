# The option, then the variable, then the configuration; a short name means a branch.
$ git init -q --bare repo.git && cd repo.git
$ git config claudestep.ref from-config
$ claudestep init >out
$ CLAUDESTEP_REF=from-variable claudestep init >out
$ CLAUDESTEP_REF=from-variable claudestep --ref from-option init >out
$ claudestep init --ref refs/heads/from/full-name >out
$ git -c claudestep.ref=from-git-c claudestep init >out
$ git for-each-ref --format='%(refname)'
refs/heads/from-config
refs/heads/from-git-c
refs/heads/from-option
refs/heads/from-variable
refs/heads/from/full-name
