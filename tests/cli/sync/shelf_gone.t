# What has the name of a folder of projects and is none takes no project away.
$ git init -q --bare remote.git && git init -q --bare one && cd one && git remote add origin ../remote.git
$ claudestep project create -q auth && claudestep project create -q pay && claudestep sync -q --force-first && git update-ref refs/heads/start claudestep-metadata
--- file odd.sh
# Puts on the remote, on top of `start`, a commit with the entry $1 and, if told, what is at $2; and a
# task here.
(git ls-tree start ${2:-nothing}; printf "$1\n") | git mktree >../tree
git update-ref refs/heads/odd $(git commit-tree -p start -m odd $(cat ../tree))
git push -q --force origin odd:claudestep-metadata
git update-ref refs/heads/claudestep-metadata start
git update-ref refs/remotes/origin/claudestep-metadata start
claudestep task add -q auth --description ours
--- end
$ export blob=$(echo 'not a folder' | git hash-object -w --stdin)
$ sh ../odd.sh "100644 blob $blob\tprojects"
$ claudestep sync
[5c434af] sync 'claudestep-metadata' with 'origin'
  fetched d47dfce..7aed25e
  merged  both sides
  pushed  7aed25e..5c434af
  gave way: projects: content: kept '69b64cad525de86fa46e12b652d761e87bdde637', gave up 'b00144b737ecf4ca5cc92d331376fb33366ab8f4'
# A read, a write, and taking it back; then the merge itself.
$ claudestep list && claudestep task add pay --description more && claudestep undo && claudestep log --receipts && claudestep fsck --frame
  PROJECT  STATE        DONE  CREATED     UPDATED     COMPLETED
  auth     not_started   0/1  2026-01-01  2026-01-01  -
  pay      empty         0/0  2026-01-01  2026-01-01  -
[d411b91] pay: add task 'more'
[32054b1] pay: undo "add task 'more'"
5c434af  2026-01-01T00:03:00Z
  projects: content: kept '69b64cad525de86fa46e12b652d761e87bdde637', gave up 'b00144b737ecf4ca5cc92d331376fb33366ab8f4'
7aed25e85b17:projects/auth.json: note: 'A U Thor' made 'odd': it takes away the project 'auth', which d47dfce4ba72 wrote [frame/foreign-commit]
  hint: nothing needs to be done; 'git show' has the commit
7aed25e85b17:projects/pay.json: note: 'A U Thor' made 'odd': it takes away the project 'pay', which 4a1cc319f73d wrote [frame/foreign-commit]
2 files checked: 2 notes
! 6 commits held to what they say of themselves
$ claudestep undo $(git rev-list --merges claudestep-metadata) ; claudestep undo $(git log --format=%H --grep=ours claudestep-metadata)
[993692d] auth: undo "add task 'ours'"
! error: cannot undo 5c434af: it is a merge
! hint: for the commits that it brought: claudestep log --oneline
# Whoever did it gets the projects back.
$ git clone -q ../remote.git ../two 2>/dev/null; cd ../two && git update-ref refs/heads/claudestep-metadata $(cd ../one && git rev-parse odd) && claudestep sync -q && claudestep list && cd ../one
  PROJECT  STATE        DONE  CREATED     UPDATED     COMPLETED
  auth     not_started   0/1  2026-01-01  2026-01-01  -
  pay      empty         0/0  2026-01-01  2026-01-01  -
# A submodule.
$ sh ../odd.sh "160000 commit $(git rev-parse start)\tprojects"
$ claudestep sync && claudestep list && claudestep fsck --frame
[a547729] sync 'claudestep-metadata' with 'origin'
  fetched 8e8b48b..583e441
  merged  both sides
  pushed  583e441..a547729
  gave way: projects: content: kept '0318039c6088682001bc4a1ea9a953a0fb4da747', gave up '4a1cc319f73d39aea204e452187d5b61c26490c8'
  PROJECT  STATE        DONE  CREATED     UPDATED     COMPLETED
  auth     not_started   0/1  2026-01-01  2026-01-01  -
  pay      empty         0/0  2026-01-01  2026-01-01  -
583e4412f175:projects/auth.json: note: 'A U Thor' made 'odd': it takes away the project 'auth', which 8e8b48b47d91 wrote [frame/foreign-commit]
  hint: nothing needs to be done; 'git show' has the commit
583e4412f175:projects/pay.json: note: 'A U Thor' made 'odd': it takes away the project 'pay', which 4a1cc319f73d wrote [frame/foreign-commit]
2 files checked: 2 notes
! 4 commits held to what they say of themselves
# In the place of the archive, which neither has: it stays, projects are merged as ever, and what is
# wrong is said until somebody mends it.
$ sh ../odd.sh "100644 blob $blob\tarchive" projects
$ claudestep sync ; claudestep list
[e7ab937] sync 'claudestep-metadata' with 'origin'
  fetched b8b41db..6e974fc
  merged  both sides
  pushed  6e974fc..e7ab937
! error: archive: 'archive' on the metadata branch is a file, not a folder
! hint: git log e7ab937 -- archive
[5]
$ git worktree add -q ../work claudestep-metadata && cd ../work && git rm -q archive && git commit -q -m "No archive" && cd ../one && git worktree remove ../work
$ claudestep task list auth && claudestep sync
  TASK  ID        STATUS          DESCRIPTION
     1  ae0bec9e  pending, ready  ours
[2ed90e7] sync 'claudestep-metadata' with 'origin'
  pushed  e7ab937..2ed90e7
# In the place of an archive that we have, while both sides work on projects.
$ claudestep project archive -q pay && claudestep sync -q && git update-ref refs/heads/start claudestep-metadata
$ sh ../odd.sh "100644 blob $blob\tarchive" projects
$ claudestep sync && claudestep list --archived && claudestep fsck --frame | grep -v foreign
[4cb60d5] sync 'claudestep-metadata' with 'origin'
  fetched 5e4bdfd..9cb389b
  merged  both sides
  pushed  9cb389b..4cb60d5
  gave way: archive: content: kept 'fb2fac4293e68a66a8dcfc4112c660683bb03158', gave up 'b00144b737ecf4ca5cc92d331376fb33366ab8f4'
  PROJECT  STATE            DONE  CREATED     UPDATED     COMPLETED
  auth     not_started       0/2  2026-01-01  2026-01-01  -
  pay      empty, archived   0/0  2026-01-01  2026-01-01  -
  hint: nothing needs to be done; 'git show' has the commit
2 files checked: 2 notes
! 7 commits held to what they say of themselves
