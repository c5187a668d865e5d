# Help goes to stdout when it is asked for, and begins with an example.
$ claudestep --help | head -n 3
example: claudestep stats
\
usage: claudestep [OPTIONS] COMMAND [OPERANDS] [OPTIONS]
$ claudestep version --help
example: claudestep version
\
usage:
  claudestep version
\
version: print the version, and those of the libraries it was built with
\
The same as 'claudestep --version'.
\
shared options:
  -C PATH                 run as if started in this folder (may be given again)
      --git-dir DIR       the repository's git folder, instead of looking for
                          one
      --format FORMAT     the form of the answer (one of text, json)
      --json              the same as --format json; errors are JSON too
      --color WHEN        use colours (NO_COLOR and CLICOLOR_FORCE are honoured;
                          one of auto, always, never)
  -q, --quiet             say only errors and warnings on stderr
  -v, --verbose           say on stderr what is being done, and retries
  -h, --help              show the help of the command
      --version           show the version
\
With --json the answer is of the kind 'version'.
\
exit codes:
  0   it is done
  2   the command line, or a value or file given on it, is wrong
  7   the file system, git or a remote refused
  70  a defect of claudestep
# The page of the manual tells more; without a terminal and man(1) it is text.
$ claudestep help version
NAME
    claudestep-version - print the version, and those of the libraries it was
    built with
\
SYNOPSIS
    claudestep version
\
EXAMPLE
    claudestep version
\
DESCRIPTION
    Print the version, and those of the libraries it was built with. It needs no
    repository.
\
    The same as 'claudestep --version'.
\
SHARED OPTIONS
    -C PATH                 run as if started in this folder (may be given
                            again)
    --git-dir DIR           the repository's git folder, instead of looking for
                            one
    --format FORMAT         the form of the answer (one of text, json)
    --json                  the same as --format json; errors are JSON too
    --color WHEN            use colours (NO_COLOR and CLICOLOR_FORCE are
                            honoured; one of auto, always, never)
    -q, --quiet             say only errors and warnings on stderr
    -v, --verbose           say on stderr what is being done, and retries
    -h, --help              show the help of the command
    --version               show the version
\
JSON
    With --json the answer is one JSON object, whose `kind` is "version". Errors
    are then JSON on stderr. claudestep-output(7) describes the members.
\
EXIT STATUS
    0                       it is done
    2                       the command line, or a value or file given on it, is
                            wrong
    7                       the file system, git or a remote refused
    70                      a defect of claudestep
\
SEE ALSO
    claudestep(1), claudestep-guide(7)
# Without a command, or with half of one, it goes to stderr: something is missing.
$ claudestep 2>err
[2]
$ claudestep --help | cmp - err
$ claudestep pr 2>err
[2]
$ claudestep help pr | cmp - err
# Not even a repository is needed, nor a folder that is still there.
$ mkdir gone && cd gone && rmdir ../gone && claudestep --help | head -n 1; cd ..
example: claudestep stats
$ mkdir gone && cd gone && rmdir ../gone && claudestep version | grep -c '^claudestep '; cd ..
1
$ mkdir gone && cd gone && rmdir ../gone && claudestep stats; cd ..
! error: cannot find out the current folder
$ claudestep help claudestep | sed -n '/^FILES/,$p'
FILES
    refs/heads/claudestep-metadata
                            the metadata branch, where nothing else is
                            configured
    projects/NAME.json      on the branch: a project, its tasks, pull requests
                            and AI operations
    archive/NAME.json       on the branch: a project that was put away
    claudestep/ in git's folder
                            what writers queue on, and caches, which `claudestep
                            cache clear` takes away
\
SEE ALSO
    git(1), claudestep-guide(7), claudestep-model(7), claudestep-rules(7),
    claudestep-output(7), claudestep-events(7), claudestep-operations(7),
    claudestep-project-file(7), claudestep-branch(7)
$ claudestep help pr no
! error: unknown command 'pr no'
! hint: claudestep pr --help
[2]
