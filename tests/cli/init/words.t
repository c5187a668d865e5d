# What init says: the first time, again, and without doing it.
$ git init -q --bare repo.git && cd repo.git
$ claudestep init --dry-run | head -n 8
would: make the branch 'claudestep-metadata'
\
diff --git a/.nojekyll b/.nojekyll
new file mode 100644
index 0000000..e69de29
--- /dev/null
+++ b/.nojekyll
diff --git a/README.md b/README.md
$ claudestep init
[2d7978f] make the branch 'claudestep-metadata'
$ claudestep init
nothing to do: the branch 'claudestep-metadata' is already there
$ claudestep init --json
{
  "kind": "write",
  "version": 1,
  "commit": null,
  "operations": [],
  "changed": false,
  "retries": 0,
  "completed_projects": []
}
$ claudestep init -q --ref other
$ claudestep init --ref refs/tags/v1
! error: 'refs/tags/v1' is not a branch
!   caused by: only refs under refs/heads/ are written
! hint: name a branch with --ref
[2]
$ claudestep init --ref "a..b"
! error: 'a..b' is not a ref name
!   caused by: it comes from --ref
! hint: a branch name such as claudestep-metadata is enough
[2]
$ cd .. && claudestep init
! error: not a git repository (or any of the parent directories): '$TESTDIR'
! hint: run it inside a repository, or name one with -C or --git-dir
[3]
