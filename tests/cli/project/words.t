# What creating and deleting say.
$ git init -q --bare repo.git && cd repo.git
$ claudestep project create auth --dry-run
would: auth: create
\
diff --git a/.nojekyll b/.nojekyll
new file mode 100644
index 0000000..e69de29
--- /dev/null
+++ b/.nojekyll
diff --git a/README.md b/README.md
new file mode 100644
index 0000000..6350863
--- /dev/null
+++ b/README.md
@@ -0,0 +1,27 @@
+# claudestep metadata
+
+This branch is a small database in plain JSON. `claudestep` keeps in it which tasks a project has, which pull
+request does which task, who reviews it, and what each AI operation cost. It holds no code, it is never merged into
+another branch, and it needs no checkout.
+
+## Layout
+
+| path | what it is |
+| --- | --- |
+| `projects/<name>.json` | one project a file: its tasks, pull requests and AI operations |
+| `archive/<name>.json` | projects that were put away |
+| anything else | not ours; it is left as it is |
+
+## Reading it with plain git
+
+    git show claudestep-metadata:projects/<name>.json
+    git log --stat claudestep-metadata -- projects/<name>.json
+    git ls-tree --name-only claudestep-metadata projects/
+
+## What is stored, and what is not
+
+Stored: descriptions of tasks, numbers, branches, titles and states of pull requests, names of reviewers, models,
+tokens, durations and costs of AI operations. Not stored: code, prompts, answers, secrets.
+
+Every change is one commit; its subject and its `Claudestep-Op` trailers say what was done. Change it with
+`claudestep`, or by hand with care: `claudestep show <name>` tells whether a file can still be read.
diff --git a/projects/auth.json b/projects/auth.json
new file mode 100644
index 0000000..19d61a5
--- /dev/null
+++ b/projects/auth.json
@@ -0,0 +1,8 @@
+{
+  "schema_version": "2.0",
+  "project": "auth",
+  "created_at": "2026-01-01T00:01:00Z",
+  "last_updated": "2026-01-01T00:01:00Z",
+  "tasks": [],
+  "pull_requests": []
+}
$ claudestep project create auth
[61ebd72] auth: create
$ claudestep project create auth
! error: cannot create project 'auth': 'auth' already exists
! hint: claudestep show auth
[4]
$ claudestep project create auth --json
! {"kind":"error","version":1,"code":"already_exists","message":"cannot create project 'auth': 'auth' already exists","causes":[],"hints":["claudestep show auth"],"retryable":false,"place":null}
[4]
$ claudestep project create Auth
! error: cannot create project 'Auth': 'auth' exists, and two names may not differ by letter case alone
! hint: choose another name, or use 'auth'
[4]
$ claudestep project create a/b
! error: 'a/b' is no project name: it contains '/'
! hint: a project name is 1 to 100 letters, digits, '.', '_' and '-', begins with a letter or a digit and does not end in .lock or .json
[2]
$ claudestep project create ..
! error: '..' is no project name: it begins with '.'
! hint: a project name is 1 to 100 letters, digits, '.', '_' and '-', begins with a letter or a digit and does not end in .lock or .json
[2]
$ claudestep project create "$(printf "a\n::error::b")"
! error: 'a\n::error::b' is no project name: it contains '\n'
! hint: a project name is 1 to 100 letters, digits, '.', '_' and '-', begins with a letter or a digit and does not end in .lock or .json
[2]
$ claudestep project create -- -x
! error: '-x' is no project name: it begins with '-'
! hint: a project name is 1 to 100 letters, digits, '.', '_' and '-', begins with a letter or a digit and does not end in .lock or .json
[2]
$ claudestep project create auth.lock
! error: 'auth.lock' is no project name: it ends in .lock
! hint: a project name is 1 to 100 letters, digits, '.', '_' and '-', begins with a letter or a digit and does not end in .lock or .json
[2]
$ claudestep project create
! error: missing operand 'NAME'
! hint: usage: claudestep project create NAME [--from-plan PLAN]
[2]
$ claudestep project delete auht
! error: no project 'auht'
! hint: did you mean 'auth'?
[3]
$ claudestep project delete auth --dry-run
would: auth: delete
\
diff --git a/projects/auth.json b/projects/auth.json
deleted file mode 100644
index d86d901..0000000
--- a/projects/auth.json
+++ /dev/null
@@ -1,8 +0,0 @@
-{
-  "schema_version": "2.0",
-  "project": "auth",
-  "created_at": "2026-01-01T00:02:00Z",
-  "last_updated": "2026-01-01T00:02:00Z",
-  "tasks": [],
-  "pull_requests": []
-}
$ claudestep project delete auth --json
{
  "kind": "write",
  "version": 1,
  "commit": "13957bde6a4e854a0dbcc7dbfd98348852193d76",
  "operations": [
    {
      "op": "delete",
      "project": "auth"
    }
  ],
  "changed": true,
  "retries": 0,
  "completed_projects": []
}
$ claudestep project delete auth
! error: no project 'auth'
! hint: claudestep list
[3]
