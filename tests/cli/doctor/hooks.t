# Hooks that are installed and that git will not run are named, with the way out.
$ git init -q repo && cd repo && rm -f .git/hooks/* && claudestep -q init
$ claudestep doctor | grep hooks
[1]
$ claudestep -q hooks install && claudestep doctor | grep hooks
ok       hooks       installed: post-merge, post-rewrite, post-commit, pre-commit
$ chmod -x .git/hooks/post-commit && sed -i 's/2>&1//' .git/hooks/post-merge && claudestep doctor | grep -A1 hooks
warning  hooks       '$TESTDIR/repo/.git/hooks/post-merge' was installed by another version
                     hint: claudestep hooks install post-merge
warning  hooks       '$TESTDIR/repo/.git/hooks/post-commit' is not executable, so git ignores it
                     hint: claudestep hooks install post-commit
ok       hooks       installed: post-rewrite, pre-commit
ok       disk        objects and refs can be written
$ claudestep -q hooks install && claudestep doctor | grep hooks
ok       hooks       installed: post-merge, post-rewrite, post-commit, pre-commit
$ git config core.hooksPath .githooks && claudestep doctor | grep -A1 hooks
ok       hooks       core.hooksPath is '.githooks': hooks are run from there
warning  hooks       '$TESTDIR/repo/.git/hooks/post-merge' is installed where git does not look: core.hooksPath is set
                     hint: claudestep hooks install post-merge
warning  hooks       '$TESTDIR/repo/.git/hooks/post-rewrite' is installed where git does not look: core.hooksPath is set
                     hint: claudestep hooks install post-rewrite
warning  hooks       '$TESTDIR/repo/.git/hooks/post-commit' is installed where git does not look: core.hooksPath is set
                     hint: claudestep hooks install post-commit
warning  hooks       '$TESTDIR/repo/.git/hooks/pre-commit' is installed where git does not look: core.hooksPath is set
                     hint: claudestep hooks install pre-commit
ok       disk        objects and refs can be written
$ git config --unset core.hooksPath && mkdir ../bin && ln -s "$(command -v git)" ../bin/git
$ claudestep=$(command -v claudestep) && PATH="$TESTDIR/bin" "$claudestep" doctor >../out; grep -A1 hooks ../out
warning  hooks       no claudestep is in PATH: the hooks that are installed do nothing
                     hint: put it where PATH leads for every program that runs git
