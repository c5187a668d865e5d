# What the operations of unpushed work do not account for upon the tip of a rewound remote is named as a whole, so
# that a remote which guards itself lets it in.
--- file start
#!/bin/sh
# Two clones of a remote with a guard, in the folder $1.
mkdir $1 && cd $1 && git init -q --bare remote.git && claudestep -C remote.git -q hooks install && git init -q one && cd one &&
git remote add origin ../remote.git && git commit -q --allow-empty -m begin && git push -q origin HEAD:main && claudestep init -q &&
claudestep project create auth -q && claudestep task add auth --description "Add login" -q && claudestep sync -q && git tag kept claudestep-metadata &&
git clone -q ../remote.git ../two 2>&1 && claudestep -C ../two sync -q
--- end
--- file look
#!/bin/sh
# What the last commit says of itself, what there is, and what a fresh clone's history is worth.
git log -1 --format=%B claudestep-metadata | grep Claudestep-Op; claudestep list
for file in $(git ls-tree -r --name-only claudestep-metadata projects); do git show claudestep-metadata:$file | sed -n 's/.*"description": "\(.*\)".*/  \1/p'; done
git clone -q ../remote.git ../fresh-$1 2>&1 && claudestep -C ../fresh-$1 fsck --frame
--- end
$ chmod +x start look
# A deletion is taken back by a commit that the remote never saw.
$ ./start a && cd a/one && claudestep project create docs -q && claudestep task add docs --description "Write it" -q && claudestep sync -q && git -C ../remote.git update-ref refs/heads/claudestep-metadata $(git rev-parse kept)
$ claudestep project rename docs pages -q && claudestep project delete pages -q && claudestep undo -q && claudestep sync --accept-rewind && ../../look 1
[9fed7ae] sync 'claudestep-metadata' with 'origin'
  rewound 901e269..9d82817
  fetched 901e269..9d82817
  merged  both sides
  pushed  9d82817..9fed7ae
  gave way: pages: deletion: kept 'the project', gave up 'deleted'
Claudestep-Op: create-project project=pages
Claudestep-Op: rename project=docs to=pages
Claudestep-Op: delete project=pages
Claudestep-Op: undo project=pages commit=501e89ac8594975d3e9c886deb1ccd2ec9a2f6b1
Claudestep-Op: carry project=pages
  PROJECT  STATE        DONE  CREATED     UPDATED     COMPLETED
  auth     not_started   0/1  2026-01-01  2026-01-01  -
  pages    not_started   0/1  2026-01-01  2026-01-01  -
  Add login
  Write it
9fed7ae2d157:projects/pages.json: note: 'claudestep: put unpushed work on 9d82817' carries on the project 'pages' as a whole [frame/not-judged]
  hint: nothing needs to be done; 'git show' has the commit
2 files checked: 1 note
! 3 commits held to what they say of themselves
# Work on it is carried on once more: what was said as a whole is judged anew.
$ git -C ../remote.git update-ref refs/heads/claudestep-metadata $(git rev-parse kept~1) && claudestep task add pages --description "Print it" -q && claudestep sync --accept-rewind -q; ../../look 2
Claudestep-Op: create-project project=pages
Claudestep-Op: add-task project=pages
  PROJECT  STATE        DONE  CREATED     UPDATED     COMPLETED
  auth     empty         0/0  2026-01-01  2026-01-01  -
  pages    not_started   0/2  2026-01-01  2026-01-01  -
  Write it
  Print it
2 files checked: nothing found
! 2 commits held to what they say of themselves
# Both clones go along with one rewind, one after the other, over a project that both have under another name.
$ cd ../.. && ./start b && cd b/one && claudestep task add auth --description "Add logout" -q && claudestep project rename auth login -q && claudestep sync -q && claudestep -C ../two sync -q
$ git -C ../remote.git update-ref refs/heads/claudestep-metadata $(git rev-parse kept) && claudestep task add login --description "Add a captcha" -q && claudestep sync --accept-rewind -q; ../../look 1
Claudestep-Op: rename project=auth to=login
Claudestep-Op: add-task project=login
Claudestep-Op: rename project=login to=auth
  PROJECT  STATE        DONE  CREATED     UPDATED     COMPLETED
  auth     not_started   0/2  2026-01-01  2026-01-01  -
  Add login
  Add a captcha
1 file checked: nothing found
! 3 commits held to what they say of themselves
$ cd ../two && git fetch -q && claudestep task add login --description "Add a passkey" -q && claudestep sync --accept-rewind; ../../look 2
[6dd9458] sync 'claudestep-metadata' with 'origin'
  rewound b071381..4943115
  fetched b071381..4943115
  merged  both sides
  pushed  4943115..6dd9458
Claudestep-Op: rename project=auth to=login
Claudestep-Op: rename project=auth to=login
Claudestep-Op: add-task project=login
Claudestep-Op: rename project=login to=auth
Claudestep-Op: add-task project=login
Claudestep-Op: rename project=login to=auth
Claudestep-Op: carry project=auth
  PROJECT  STATE        DONE  CREATED     UPDATED     COMPLETED
  auth     not_started   0/3  2026-01-01  2026-01-01  -
  Add login
  Add a captcha
  Add a passkey
6dd9458618a1:projects/auth.json: note: 'claudestep: put unpushed work on 4943115' carries on the project 'auth' as a whole [frame/not-judged]
  hint: nothing needs to be done; 'git show' has the commit
1 file checked: 1 note
! 4 commits held to what they say of themselves
