# What names no project is refused as without an id.
$ git init -q --bare repo.git && cd repo.git && claudestep project create auth -q --op-id X
--- file none.jsonl
{"op": "create-project", "project": ""}
--- end
$ claudestep apply ../none.jsonl
! error: cannot create project ''
!   caused by: '' is no project name: it is empty
! hint: a project name is 1 to 100 letters, digits, '.', '_' and '-', begins with a letter or a digit and does not end in .lock or .json
[2]
$ claudestep apply ../none.jsonl --op-id X
! error: cannot create project ''
!   caused by: '' is no project name: it is empty
! hint: a project name is 1 to 100 letters, digits, '.', '_' and '-', begins with a letter or a digit and does not end in .lock or .json
[2]
$ claudestep task add "" --description q --op-id X
! error: '' is no project name: it is empty
! hint: a project name is 1 to 100 letters, digits, '.', '_' and '-', begins with a letter or a digit and does not end in .lock or .json
[2]
