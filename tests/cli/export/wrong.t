# What cannot be written, and what is not there. A file that fails leaves the one before it.
$ git init -q --bare repo.git && cd repo.git
$ claudestep export
! there is no metadata branch 'refs/heads/claudestep-metadata' yet
! hint: claudestep init
$ claudestep project create -q auth && claudestep task add -q auth --description One
$ claudestep export --format csv
! error: standard output takes one table as csv
! hint: claudestep export --format csv --table tasks
! hint: claudestep export --format csv -o DIR
[2]
$ claudestep export --format parquet
! error: option '--format': 'parquet' is none of jsonl, csv, sql
[2]
$ claudestep export --json
! {"kind":"error","version":1,"code":"usage","message":"option '--json': 'json' is none of jsonl, csv, sql","causes":[],"hints":[],"retryable":false,"place":null}
[2]
$ claudestep export --table commits
! error: option '--table': 'commits' is none of projects, tasks, pull_requests, ai_operations
[2]
$ claudestep export --project nowhere
! error: no project 'nowhere'
! hint: claudestep list
[3]
$ echo before >tables && claudestep export -o tables; cat tables
before
! error: cannot make 'tables'
!   caused by: File exists
$ mkdir -p out/tasks.jsonl && claudestep export -o out; ls -A out
projects.jsonl
tasks.jsonl
! error: cannot write 'out/tasks.jsonl'
!   caused by: Is a directory
$ git cat-file blob claudestep-metadata:projects/auth.json >p.json && echo '{' >broken.json
$ for f in p broken; do git hash-object -w $f.json; done >ids && printf '100644 blob %s\tauth.json\n100644 blob %s\tbroken.json\n' $(cat ids) | git mktree >tree && printf '040000 tree %s\tprojects\n' $(cat tree) | git mktree >root && git update-ref refs/heads/odd $(git commit-tree -m odd $(cat root))
$ claudestep export --ref odd --table tasks
{"table":"tasks","project":"auth","task_index":1,"task_id":"8b125077","description":"One","status":"pending","removed":false,"checked":false,"depends_on":null,"requirements":null,"claimed_by":null,"claim_expires":null}
! warning: cannot read 'projects/broken.json': line 2, column 1: expected a key in double quotes or '}', found the end of the document: the object that starts at line 1, column 1 is not closed
