# A merge by hand among what was never pushed: what it has otherwise than claudestep's own merge of the same two is named as done
# by hand, so that the guard holds it upon the tip of a remote that was rewound, whatever a command did to it since.
--- file hub.sh
# hub.sh: Ann's commands and Bob's clone, as they were when the projects were made.
rm -rf hub.git ann bob tree
git init -q --bare hub.git && (cd hub.git && claudestep -q hooks install)
for who in ann bob; do git init -q $who && git -C $who remote add origin ../hub.git; done
cd ann && claudestep -q project create else && claudestep -q task add else --description One && claudestep -q project create planned && printf -- '- [ ] one\n- [ ] two\n' >plan.md
claudestep -q plan import plan.md --project planned && claudestep -q sync --force-first && cd ../bob && claudestep -q sync && git branch third claudestep-metadata && git worktree add -q ../tree claudestep-metadata
--- end
--- file merge.sh
# merge.sh ANN BOB MERGE THEN: what Ann and Bob do at once, how Bob merges by hand, and his command after it; then the remote loses what Ann did last.
cd ann && sh -c "$1" && claudestep -q task add else --description Two && claudestep -q sync
cd ../bob && sh -c "$2" && git fetch -q && cd ../tree && git reset -q --hard && sh -c "$3" && cd ../bob && sh -c "$4"
git -C ../hub.git update-ref refs/heads/claudestep-metadata claudestep-metadata~1
claudestep -q sync --accept-rewind 2>&1 | grep 'remote: .*error: '
git log -1 --format=%B claudestep-metadata | grep Claudestep
git -C ../hub.git ls-tree -r --name-only claudestep-metadata archive projects
--- end
# Ann has deleted a project. A merge for which Bob took all of his own has it again.
$ sh hub.sh && sh merge.sh 'claudestep -q project delete planned' 'claudestep -q task add else --description Three' 'git merge -q -s ours -m ours origin/claudestep-metadata' 'claudestep -q project archive planned'
  caused by: remote: 93af3aafe58d:archive/planned.json: error: 'A U Thor' made 'claudestep: put unpushed work on 50482ca': it brings back the project 'planned', which 50482ca92741 took away [push/metadata-lost]
Claudestep-Op: create-project project=planned
Claudestep-Op: add-task project=else
Claudestep-Op: by-hand project=else
Claudestep-Op: by-hand project=planned
Claudestep-Op: archive project=planned
projects/else.json
# His way out: he takes it away as well, and pushes one commit for all.
$ cd bob && claudestep -q project delete planned && claudestep sync --squash && git log -1 --format=%B claudestep-metadata | grep Claudestep; git ls-tree -r --name-only claudestep-metadata archive projects; cd ..
[9d83ea7] sync 'claudestep-metadata' with 'origin'
  squashed what was never pushed, up to cff6b89
  pushed  50482ca..9d83ea7
Claudestep-Op: create-project project=planned
Claudestep-Op: add-task project=else
Claudestep-Op: by-hand project=else
Claudestep-Op: by-hand project=planned
Claudestep-Op: archive project=planned
Claudestep-Op: delete project=planned
projects/else.json
# So it is with a merge of three histories,
$ sh hub.sh && sh merge.sh 'claudestep -q project delete planned' 'claudestep -q task add else --description Three && cd ../tree && git checkout -q third && git commit -q --allow-empty -m third && git checkout -q claudestep-metadata' 'git merge -q -s ours -m ours origin/claudestep-metadata third' 'claudestep -q project archive planned'
  caused by: remote: a40d6826f6ae:archive/planned.json: error: 'A U Thor' made 'claudestep: put unpushed work on 1d96570': it brings back the project 'planned', which 1d96570c51cc took away [push/metadata-lost]
Claudestep-Op: create-project project=planned
Claudestep-Op: add-task project=else
Claudestep-Op: by-hand project=else
Claudestep-Op: by-hand project=planned
Claudestep-Op: archive project=planned
projects/else.json
# and with a wording of Ann's that Bob's merge has as it was before.
--- file reword.sh
# reword.sh: Ann's words, and what she does next, which stays as well.
claudestep -q task edit planned 1 --description 'one, well' && claudestep -q task add else --description Stays
--- end
$ sh hub.sh && sh merge.sh 'sh ../reword.sh' 'claudestep -q task add planned --description Three' 'git merge -q -s ours -m ours origin/claudestep-metadata' 'claudestep -q project archive planned'
  caused by: remote: f8265c8639ce:projects/else.json: error: 'A U Thor' made 'claudestep: put unpushed work on e9a1b3e': it takes away task 2, which e9a1b3e60327 wrote [push/metadata-lost]
  caused by: remote: f8265c8639ce:archive/planned.json: error: 'A U Thor' made 'claudestep: put unpushed work on e9a1b3e': it puts the description of task 1 back to what it was before 98b1eba66592 [push/metadata-lost]
Claudestep-Op: add-task project=planned
Claudestep-Op: by-hand project=else
Claudestep-Op: by-hand project=planned
Claudestep-Op: archive project=planned
projects/else.json
projects/planned.json
# What git merges as claudestep does is nobody's work,
$ sh hub.sh && sh merge.sh 'claudestep -q project delete planned' 'claudestep -q project create mine' 'git merge -q -m git origin/claudestep-metadata' 'claudestep -q project archive mine'
Claudestep-Op: create-project project=mine
Claudestep-Op: archive project=mine
archive/mine.json
projects/else.json
# and where nothing is lost, what somebody put together by hand is let in.
--- file both.sh
# both.sh: both added a task to one project; Bob puts them together.
git merge -q -m both origin/claudestep-metadata >../out 2>&1 && exit 1
git show origin/claudestep-metadata:projects/else.json >../theirs && git show HEAD:projects/else.json >../ours
jq -s '.[0].tasks += [.[1].tasks[-1] | .index = 3] | .[0]' ../theirs ../ours >../new && cat ../new >projects/else.json
git add -A && git commit -q -m 'by hand'
--- end
$ sh hub.sh && sh merge.sh 'claudestep -q project delete planned' 'claudestep -q task add else --description Three' 'sh ../both.sh' 'claudestep -q project archive else'
Claudestep-Op: add-task project=else
Claudestep-Op: by-hand project=else
Claudestep-Op: archive project=else
Claudestep-Dropped: archive project=else kept=projects dropped=archived
projects/else.json
$ cd bob && claudestep task list else && claudestep fsck --frame
  TASK  ID        STATUS          DESCRIPTION
     1  8b125077  pending, ready  One
     2  926f52d1  pending, ready  Three
1 file checked: nothing found
! 6 commits held to what they say of themselves
$ cd ..
# Where claudestep makes no merge of the two, as a newer one has written there, all of the merge is somebody's work.
--- file newer.sh
# newer.sh WORD TEXT: a newer claudestep words a task of the project.
git reset -q --hard && sed -i -e 's/"2.0"/"9.0"/' -e "s/$1/$2/" projects/planned.json && git commit -q -a -m newer
--- end
$ sh hub.sh && rm hub.git/hooks/pre-receive && git -C ann worktree add -q ../annt claudestep-metadata && (cd annt && sh ../newer.sh 2.0 9.0) && git -C ann push -q origin claudestep-metadata && (cd bob && claudestep -q sync)
$ sh merge.sh 'cd ../annt && sh ../newer.sh one One && cd ../ann' 'cd ../tree && sh ../newer.sh two Two && cd ../bob && claudestep -q task add else --description Three; claudestep -q sync 2>&1 | grep error; git fetch -q' 'git merge -q -s ours -m ours origin/claudestep-metadata' true
error: cannot merge 'projects/planned.json': it was written by a newer claudestep (schema 9.0)
Claudestep-Op: by-hand project=planned
Claudestep-Op: add-task project=else
Claudestep-Op: by-hand project=else
projects/else.json
projects/planned.json
$ cd bob && claudestep fsck --frame | grep -o 'carries on.*'
carries on what was done by hand: it changes the description of task 2; puts the description of task 1 back to what it was before 45e68dcef878 [frame/foreign-commit]
! 5 commits held to what they say of themselves
