# What a partial clone never fetched is no damage, and asking how things stand fetches nothing.
$ git init -q --bare -b main repo.git && cd repo.git && git config uploadpack.allowFilter true
$ claudestep project create auth -q && claudestep project create login -q
$ git clone -q --filter=blob:none --no-checkout "file://$PWD" ../clone 2>/dev/null; cd ../clone
$ claudestep doctor | sed -n '/ clone /,/hint/p;/ files /,$p'
warning  clone       the clone is partial: contents that were never fetched are reported by name, not read
                     hint: to fetch one of them: git cat-file -e ID
warning  files       the contents of 2 project files were never fetched by this partial clone, the first 'projects/auth.json'
                     hint: the next hint fetches them
                     hint: git diff --numstat 4b825dc642cb6eb9a060e54bf8d69288fbee4904 refs/remotes/origin/claudestep-metadata
ok       objects     0 loose objects
ok       worktree    the branch is checked out nowhere
0 problems, 2 warnings
$ claudestep budget check --limit 5
! error: what is spent is not known: 2 project files could not be read
!   caused by: projects/auth.json: the blob 19d61a5f17d3c77136fc1a621e769b12cab0413f is missing from this partial clone
!   caused by: projects/login.json: the blob 4f2d35f7e1206e15806a5e199910d964583d5fb3 is missing from this partial clone
! hint: the next hint fetches them
! hint: git diff --numstat 4b825dc642cb6eb9a060e54bf8d69288fbee4904 refs/remotes/origin/claudestep-metadata
[6]
$ claudestep next auth
! error: the blob 19d61a5f17d3c77136fc1a621e769b12cab0413f is missing from this partial clone
! hint: 'git cat-file -e 19d61a5f17d3c77136fc1a621e769b12cab0413f' fetches it
[6]
$ git rev-list --objects --missing=print --all | grep -c '^?'
4
$ git diff --numstat 4b825dc642cb6eb9a060e54bf8d69288fbee4904 refs/remotes/origin/claudestep-metadata | wc -l
4
$ claudestep budget check --limit 5
$0.00 of $5.00 spent, $5.00 left (0 AI operations)
$ claudestep doctor | grep ' files '
ok       files       2 project files, all in the form 2.0
