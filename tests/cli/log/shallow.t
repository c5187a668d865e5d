# What a shallow clone cannot know is not told as if nothing had happened.
$ git init -q --bare -b main repo.git && cd repo.git
$ claudestep project create auth -q && claudestep project create old -q
$ claudestep task add auth --description "Add login" -q && claudestep project delete old -q && claudestep task add auth --description "Add logout" -q
$ git clone -q --depth 1 --branch claudestep-metadata "file://$PWD" ../one && cd ../one
$ claudestep log
! warning: this clone is shallow, and the metadata branch ends there: what its oldest commits and those before them did is not known
! hint: git fetch --unshallow
! no commit changed a project, as far as this clone goes back
$ claudestep log auth --oneline
! warning: this clone is shallow, and the metadata branch ends there: what its oldest commits and those before them did is not known
! hint: git fetch --unshallow
! no commit changed 'auth', as far as this clone goes back
$ claudestep log old
! warning: this clone is shallow, and the metadata branch ends there: what its oldest commits and those before them did is not known
! hint: git fetch --unshallow
! error: no project 'old'
! hint: claudestep list
[3]
$ claudestep log --receipts
! warning: this clone is shallow, and the metadata branch ends there: what its oldest commits and those before them did is not known
! hint: git fetch --unshallow
! nothing gave way in a merge, as far as this clone goes back
$ claudestep log --json
{
  "kind": "events",
  "version": 1,
  "entries": []
}
! warning: this clone is shallow, and the metadata branch ends there: what its oldest commits and those before them did is not known
! hint: git fetch --unshallow
$ claudestep undo
! error: cannot undo 5eeec4c: this clone is shallow and ends there
! hint: git fetch --unshallow
[4]
$ claudestep undo HEAD
! error: cannot undo 5eeec4c: this clone is shallow and ends there
! hint: git fetch --unshallow
[4]

# Deeper, what was asked for may all be there.
$ git fetch -q --depth 3 && claudestep log --oneline
5eeec4c auth: task 2: added 'Add logout'
262101e old: deleted
! warning: this clone is shallow, and the metadata branch ends there: what its oldest commits and those before them did is not known
! hint: git fetch --unshallow
$ claudestep log --oneline -n 2
5eeec4c auth: task 2: added 'Add logout'
262101e old: deleted
$ claudestep log --oneline --since 2026-01-01T00:03:30Z
! no commit of that time changed a project
$ claudestep undo --dry-run
would: auth: undo "add task 'Add logout'"
\
diff --git a/projects/auth.json b/projects/auth.json
index 4cd18a7..1ed35a8 100644
--- a/projects/auth.json
+++ b/projects/auth.json
@@ -9,12 +9,6 @@
       "description": "Add login",
       "status": "pending",
       "id": "0e100ea6"
-    },
-    {
-      "index": 2,
-      "description": "Add logout",
-      "status": "pending",
-      "id": "8d8155bb"
     }
   ],
   "pull_requests": []

# Another branch that is shallow hides nothing of this one.
$ git clone -q --bare --single-branch --branch claudestep-metadata "file://$TESTDIR/repo.git" ../whole.git && cd ../whole.git
$ git init -q -b main ../code && git -C ../code commit -q --allow-empty -m one && git -C ../code commit -q --allow-empty -m two
$ git fetch -q --depth 1 "file://$TESTDIR/code" main:main && git rev-parse --is-shallow-repository
true
$ claudestep log --oneline
5eeec4c auth: task 2: added 'Add logout'
262101e old: deleted
df6196b auth: task 1: added 'Add login'
908a521 old: created
83724d1 auth: created
