# A project by another name: the old one is remembered.
--- file operations.jsonl
{"op": "create-project", "project": "auth"}
{"op": "add-task", "project": "auth", "description": "Add user authentication"}
{"op": "add-task", "project": "auth", "description": "Add password reset"}
{"op": "add-task", "project": "auth", "description": "Rate-limit the login"}
{"op": "open-pr", "project": "auth", "task": 1, "pr": 41, "branch": "claude-chain-auth-39b1209d", "reviewer": "alice", "title": "Users can log in", "created_at": "2025-12-20T10:00:00Z"}
{"op": "set-pr-state", "project": "auth", "pr": 41, "state": "merged", "at": "2025-12-21T10:00:00Z"}
{"op": "open-pr", "project": "auth", "task": 2, "pr": 42, "branch": "reset", "reviewer": "bob", "created_at": "2025-12-24T00:00:00Z"}
{"op": "create-project", "project": "billing"}
--- end
$ git init -q --bare repo.git && cd repo.git && claudestep apply -q ../operations.jsonl
$ claudestep project rename auth login --dry-run | grep '^would\|^diff'
would: auth: rename to login
diff --git a/projects/auth.json b/projects/auth.json
diff --git a/projects/login.json b/projects/login.json
$ claudestep project rename auth login
[8257179] auth: rename to login
$ claudestep project rename auth login
nothing to do: auth: rename to login
$ claudestep show login | head -5
login: active
  [########----------------] 33.3%
  3 tasks: 1 completed, 1 in progress, 1 pending
  cost $0.00, 0 AI operations, 0 tokens in, 0 out
  created 2026-01-01, updated 2026-01-01
$ claudestep show auth
! error: no project 'auth'
!   caused by: it was renamed to 'login'
! hint: claudestep show login
[3]
$ claudestep task add auth --description "Too late"
! error: no project 'auth'
!   caused by: it was renamed to 'login'
! hint: claudestep show login
[3]
$ claudestep task add auth --description "Too late" --json
! {"kind":"error","version":1,"code":"not_found","message":"no project 'auth'","causes":["it was renamed to 'login'"],"hints":["claudestep show login"],"retryable":false,"place":null}
[3]
$ claudestep project delete auth
! error: no project 'auth'
!   caused by: it was renamed to 'login'
! hint: claudestep show login
[3]
$ claudestep stats billing auth
! error: no project 'auth'
!   caused by: it was renamed to 'login'
! hint: claudestep show login
[3]
$ claudestep log auth --oneline
8257179 login: renamed from auth
575797d auth: created with 3 tasks, 2 pull requests
$ claudestep project rename billing login
! error: cannot rename 'billing' to 'login': 'login' already exists
! hint: claudestep show login
[4]
$ claudestep project rename billing LOGIN
! error: cannot rename 'billing' to 'LOGIN': 'login' exists, and two names may not differ by letter case alone
! hint: choose another name, or use 'login'
[4]
$ claudestep project rename login Login
[023e20f] login: rename to Login
$ claudestep project rename nothing something
! error: no project 'nothing'
! hint: claudestep list
[3]
$ claudestep project rename Login 'a/b'
! error: 'a/b' is no project name: it contains '/'
! hint: a project name is 1 to 100 letters, digits, '.', '_' and '-', begins with a letter or a digit and does not end in .lock or .json
[2]
$ claudestep project rename Login 'login.lock'
! error: 'login.lock' is no project name: it ends in .lock
! hint: a project name is 1 to 100 letters, digits, '.', '_' and '-', begins with a letter or a digit and does not end in .lock or .json
[2]
$ claudestep project rename Login
! error: missing operand 'NEW'
! hint: usage: claudestep project rename OLD NEW
[2]
$ claudestep project rename Login Login
nothing to do: Login: rename to Login
# A name that is free again may be given to another.
$ claudestep project create auth
[ea972b4] auth: create
$ claudestep project rename auth signin --json
{
  "kind": "write",
  "version": 1,
  "commit": "ee1097cc82c31c56d94eff4bd66ef4b7adaa7b99",
  "operations": [
    {
      "op": "rename",
      "project": "auth",
      "to": "signin"
    }
  ],
  "changed": true,
  "retries": 0,
  "completed_projects": []
}
$ claudestep show auth
! error: no project 'auth'
!   caused by: it was renamed to 'Login'
!   caused by: it was renamed to 'signin'
! hint: claudestep show Login
[3]
$ claudestep fsck
projects/Login.json:41:24: warning: #41 has no AI operations [pr/no-operations]
  hint: record them with claudestep op add if they are known
projects/Login.json:51:24: warning: #42 has no AI operations [pr/no-operations]
3 files checked: 2 warnings
$ git log --format=%s claudestep-metadata
auth: rename to signin
auth: create
login: rename to Login
auth: rename to login
8 operations on 2 projects
claudestep: begin the metadata branch
claudestep: metadata begins here
