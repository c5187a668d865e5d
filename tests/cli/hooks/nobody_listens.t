# What a hook decides is its exit code, whether anybody reads its reasons or not.
$ git init -q --bare shared.git && git init -q repo && cd repo && git remote add origin ../shared.git && rm -f .git/hooks/*
$ claudestep -q hooks install pre-commit pre-push && git commit -q --allow-empty -m start
$ claudestep doc new feature-spec | sed 's/priority: medium/priority: meduim/' >spec.yaml && git add .
--- file deaf.py
import os, subprocess, sys
# Runs a command whose output goes to a pipe that nobody reads: 'closed' at its other end, or 'full'.
there, here = os.pipe()
if sys.argv[1] == 'closed':
    os.close(there)
else:
    os.set_blocking(here, False)
    try:
        while True:
            os.write(here, b'.' * 4096)
    except BlockingIOError:
        os.set_blocking(here, True)
print(subprocess.run(sys.argv[2:], stdout=here, stderr=here).returncode)
--- end
$ for end in closed full; do python3 ../deaf.py $end claudestep hooks run pre-commit; done
1
1
$ python3 ../deaf.py closed git commit -q -m wrong
1
$ git log --format=%s
start
$ CLAUDESTEP_HOOKS=0 git commit -q -m wrong && python3 ../deaf.py closed git push -q origin HEAD:refs/heads/main >/dev/null; git ls-remote origin
# A program before this one ended by the signal. Its hook refuses as well, and so does the line that
# a file of everybody's takes.
--- file bin/claudestep
#!/bin/sh
kill -PIPE $$
--- end
$ chmod +x ../bin/claudestep && sed -n 's/.*\(||.*\)/\1/p' .git/hooks/pre-commit
|| case $? in 1 | 141) exit 1 ;; esac
$ PATH="$TESTDIR/bin:$PATH" git commit -q --allow-empty -m ended
[1]
$ mkdir hooks && git config core.hooksPath hooks && (echo '#!/bin/sh -e'; claudestep -q hooks install pre-commit | sed -n 's/^  //p') >hooks/pre-commit; chmod +x hooks/pre-commit
$ PATH="$TESTDIR/bin:$PATH" git commit -q --allow-empty -m ended
[1]
