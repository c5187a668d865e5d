# Work by hand among what was never pushed: the commit that puts both on the new tip names what was changed
# by hand, so that fsck --frame lists that as it lists any commit of others.
$ git init -q --bare remote.git && git init -q one && cd one && git remote add origin ../remote.git
$ claudestep project create auth -q && claudestep project create docs -q && claudestep task add docs --description "Write it" -q
$ claudestep task add docs --description "Print it" -q && claudestep sync --force-first -q && git tag pushed claudestep-metadata && claudestep task add auth --description "Dropped" -q && claudestep sync -q
$ git worktree add -q ../wt claudestep-metadata && cd ../wt
$ sed -i '0,/"description": "Write it"/s//"description": "Write it well"/' projects/docs.json && sed 's/"docs"/"more"/' projects/docs.json >projects/more.json
$ echo a >"a note.txt" && mkdir wiki && echo b >wiki/page && git add -A && git commit -qm "By hand"
$ claudestep task add auth --description "Never pushed" -q && claudestep project rename docs pages -q
$ git -C ../remote.git update-ref refs/heads/claudestep-metadata $(git rev-parse pushed) && claudestep sync --accept-rewind --no-push
[a6aaaa6] sync 'claudestep-metadata' with 'origin'
  rewound 01be097..e2eca5f
  fetched 01be097..e2eca5f
  merged  both sides
$ git log -1 --format=%B
claudestep: put unpushed work on e2eca5f
\
Claudestep-Op: by-hand file=a%20note.txt
Claudestep-Op: by-hand file=wiki
Claudestep-Op: by-hand project=docs
Claudestep-Op: by-hand project=more
Claudestep-Op: add-task project=auth
Claudestep-Op: rename project=docs to=pages
\
$ claudestep fsck --frame
a6aaaa689fec:a note.txt: note: 'claudestep: put unpushed work on e2eca5f' carries on what was done by hand: it adds a file that is no project's [frame/foreign-commit]
  hint: nothing needs to be done; 'git show' has the commit
a6aaaa689fec:wiki: note: 'claudestep: put unpushed work on e2eca5f' carries on what was done by hand: it adds a file that is no project's [frame/foreign-commit]
a6aaaa689fec:projects/more.json: note: 'claudestep: put unpushed work on e2eca5f' carries on what was done by hand: it adds the project 'more' [frame/foreign-commit]
a6aaaa689fec:projects/pages.json: note: 'claudestep: put unpushed work on e2eca5f' carries on what was done by hand: it changes the description of task 1 [frame/foreign-commit]
3 files checked: 4 notes
! 5 commits held to what they say of themselves
# What was carried on is carried on a second time, and what a commit by hand took away stays away.
$ rm wiki/page projects/more.json && git commit -qam "Taken away" && claudestep task add pages --description "Sell it" -q
$ git -C ../remote.git update-ref refs/heads/claudestep-metadata $(git rev-parse pushed~1) && claudestep sync --accept-rewind
[651d460] sync 'claudestep-metadata' with 'origin'
  rewound 48f2db1..09c9c25
  fetched 48f2db1..09c9c25
  merged  both sides
  pushed  09c9c25..651d460
$ git log -1 --format=%B; claudestep fsck --frame
claudestep: put unpushed work on 09c9c25
\
Claudestep-Op: by-hand file=a%20note.txt
Claudestep-Op: by-hand file=wiki
Claudestep-Op: by-hand project=docs
Claudestep-Op: by-hand project=more
Claudestep-Op: add-task project=auth
Claudestep-Op: rename project=docs to=pages
Claudestep-Op: add-task project=pages
\
651d460479a7:a note.txt: note: 'claudestep: put unpushed work on 09c9c25' carries on what was done by hand: it adds a file that is no project's [frame/foreign-commit]
  hint: nothing needs to be done; 'git show' has the commit
651d460479a7:projects/pages.json: note: 'claudestep: put unpushed work on 09c9c25' carries on what was done by hand: it changes the description of task 1 [frame/foreign-commit]
2 files checked: 2 notes
! 4 commits held to what they say of themselves
# Where all of it is by hand, so is the commit.
$ echo c >"a note.txt" && git add -A && git commit -qm "Once more" && git -C ../remote.git update-ref refs/heads/claudestep-metadata $(git rev-parse pushed)
$ claudestep sync --accept-rewind -q; git log -1 --format=%B; claudestep fsck --frame
claudestep: put unpushed work on e2eca5f
\
Claudestep-Dropped: deletion file=a%20note.txt kept=f2ad6c76f0115a6ba5b00456a849810e7ec0af20 dropped=deleted
\
refs/heads/claudestep-metadata: note: 1 commit of others touched no project file [frame/foreign-commit]
  hint: nothing needs to be done; 'git show' has the commit
2 files checked: 1 note
! 4 commits held to what they say of themselves
