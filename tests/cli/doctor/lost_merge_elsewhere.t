# A merge is lost of what another remote than the usual one has. What is put in the place of the tip is built on that as well: else the next merge of it would bring back what was taken away since, and give way to it.
--- file lose
#!/bin/sh
rm -f ".git/objects/$(git rev-parse "$1" | sed 's|..|&/|')"
--- end
--- file way
#!/bin/sh
claudestep doctor | sed -n '/ fsck$/d; /hint: cat/d; / config branch/d; s/.*hint: \(where nobody\|git -C\)/\1/p' | tee "$TESTDIR/steps" && sed -i 1d "$TESTDIR/steps" && sh "$TESTDIR/steps" && claudestep doctor | tail -n 1
--- end
--- file apart
#!/bin/sh
# A clone of two remotes, both of which have what it began with. The other has a project and a pull request more, this one a task.
git init -q --bare "$1.git" && git init -q "$1" && cd "$1" && git remote add origin "../$1.git" && claudestep -q project create auth && claudestep -q task add auth --description One && claudestep -q sync --force-first && cp -r "../$1.git" "../$1-peer.git" &&
  git clone -q --no-checkout "../$1-peer.git" "../$1-other" && cd "../$1-other" && claudestep -q init && claudestep -q project create gone && claudestep -q pr open auth --task 1 --pr 7 --branch b --title Before && claudestep -q sync && cd "../$1" && git remote add peer "../$1-peer.git" && claudestep -q task add auth --description Two
--- end
--- file guarded
#!/bin/sh
# A clone of two remotes, both of which let in nothing that takes away what somebody has, and both of which were given a deletion since it began.
gives() { git clone -q --no-checkout "../$1.git" "../$2" && (cd "../$2" && claudestep -q init && claudestep -q project delete "$3" && claudestep -q project create "by-$3" && claudestep -q pr open auth --task 1 --pr "$4" --branch b --title Before && claudestep -q sync); }
guards() { (cd "../$1.git" && claudestep -q hooks install); }
git init -q --bare "$1.git" && git init -q "$1" && cd "$1" && git remote add origin "../$1.git" && claudestep -q project create auth && claudestep -q project create old && claudestep -q project create older && claudestep -q task add auth --description One && claudestep -q sync --force-first && cp -r "../$1.git" "../$1-peer.git" && git remote add peer "../$1-peer.git" && guards "$1" && guards "$1-peer" && gives "$1" "$1-third" old 8 && gives "$1-peer" "$1-other" older 7
--- end
--- file answer
#!/bin/sh
claudestep -q project delete gone && claudestep -q pr retitle auth --pr 7 --title After
--- end
--- file look
#!/bin/sh
claudestep list && claudestep pr list auth
--- end
--- file lost
#!/bin/sh
"$TESTDIR/lose" "$(git rev-list --merges -n 1 claudestep-metadata)"
--- end
$ chmod +x lose way apart guarded answer look lost && ./apart one && cd one && claudestep -q sync peer --no-push && ../answer && ../lost && ../way && claudestep sync peer --no-push && ../look
where nobody else has it: the next hint puts all that the branch has, which lost nothing but history, upon the newest tip that is whole, 3 moves ago
git -C $TESTDIR/one update-ref refs/heads/claudestep-metadata "$(git -C $TESTDIR/one commit-tree 4e4ac87ba579562d975fb238a0a7bc6fe650cdb1 -p 7ca04ca6d4b19b16fcd3a821c4a280ac9975e2e3 -p bd5b2427ef61a15ff36bc18115cf8310490a9453 -m 'the history between is lost')" 28b10ee470a58fcec49294b70d6f9b8160ef91da
0 problems, 1 warning
nothing to fetch: 'claudestep-metadata' has all that 'peer' has
  PROJECT  STATE   DONE  CREATED     UPDATED     COMPLETED
  auth     active   0/2  2026-01-01  2026-01-01  -
  PR  STATE  TASK  REVIEWER  OPENED       COST  TITLE
  #7  open      1  -         2026-01-01  $0.00  After
# It has no name.
$ cd .. && ./apart two && cd two && claudestep -q sync ../two-other --no-push && ../answer && ../lost && ../way && claudestep sync ../two-other --no-push && ../look
where nobody else has it: the next hint puts all that the branch has, which lost nothing but history, upon the newest tip that is whole, 3 moves ago
git -C $TESTDIR/two update-ref refs/heads/claudestep-metadata "$(git -C $TESTDIR/two commit-tree 6da8cc8376b7862afdc82a2d4021cae9aed1b1ba -p 1554da666ee86c168fea60b3150f1b71064d6ee4 -p 37a8c599fead8b3221bcefd55c56ada4ed13036a -m 'the history between is lost')" ed1d28acd277a6861d434f89bdd0a77c90958e40
all is well
nothing to fetch: 'claudestep-metadata' has all that '$TESTDIR/two-other' has
  PROJECT  STATE   DONE  CREATED     UPDATED     COMPLETED
  auth     active   0/2  2026-01-01  2026-01-01  -
  PR  STATE  TASK  REVIEWER  OPENED       COST  TITLE
  #7  open      1  -         2026-01-01  $0.00  After
# Some ref had it, which is gone: the reflog tells what was merged.
$ cd .. && ./apart three && cd three && git fetch -q peer claudestep-metadata:refs/peers/it && claudestep -q merge refs/peers/it && git update-ref -d refs/peers/it && ../answer && ../lost && ../way && git fetch -q peer claudestep-metadata:refs/peers/it && claudestep merge refs/peers/it && ../look
where nobody else has it: the next hint puts all that the branch has, which lost nothing but history, upon the newest tip that is whole, 3 moves ago
git -C $TESTDIR/three update-ref refs/heads/claudestep-metadata "$(git -C $TESTDIR/three commit-tree 41ae23697f0c609320505528087178829f10f3eb -p 41e21aae94f7b05a85eafc806e340ff27ceb3782 -p 78f23eb0809441044fc66a441b42dab8d9ae48a0 -m 'the history between is lost')" 1b11cc2c2ee1d1dc3867b235b9b83190fc50ee5b
0 problems, 1 warning
nothing to do: 'claudestep-metadata' has all of 'refs/peers/it'
  PROJECT  STATE   DONE  CREATED     UPDATED     COMPLETED
  auth     active   0/2  2026-01-01  2026-01-01  -
  PR  STATE  TASK  REVIEWER  OPENED       COST  TITLE
  #7  open      1  -         2026-01-01  $0.00  After
# What both remotes have was merged, and both merges are lost: one commit upon the other, since no guard lets in a merge of more than two.
$ cd .. && ./apart four && cd four && claudestep -q sync peer --no-push && (git clone -q --no-checkout ../four.git ../four-third && cd ../four-third && claudestep -q init && claudestep -q project create third && claudestep -q sync) && claudestep -q sync --no-push && ../answer && claudestep -q project delete third && first=$(git rev-list --merges -n 2 claudestep-metadata | tail -n 1) && ../lost && ../lose $first && ../way && claudestep sync peer --no-push && claudestep sync --no-push && ../look
where nobody else has it: the next hint puts all that the branch has, which lost nothing but history, upon the newest tip that is whole, 5 moves ago
git -C $TESTDIR/four update-ref refs/heads/claudestep-metadata "$(git -C $TESTDIR/four commit-tree 59fb0be4ed155337e778177bd409b5e2ad6375fc -p "$(git -C $TESTDIR/four update-ref refs/heads/claudestep-metadata-merged 1f15ddd32cdd48abeb7e435ac1d9f6c5c46e7ec2 0000000000000000000000000000000000000000 && { claudestep --git-dir=$TESTDIR/four/.git -q --ref refs/heads/claudestep-metadata-merged merge 87634406f22655feac8499027343c0ae6177bf40 >&2 && git -C $TESTDIR/four rev-parse refs/heads/claudestep-metadata-merged; git -C $TESTDIR/four update-ref -d refs/heads/claudestep-metadata-merged; })" -p fd949084dd1297876629828edab4fb0fdc9de5fc -m 'the history between is lost')" 84b5e969d4d045f28d7d1edad1be61e6e5641d0b
0 problems, 1 warning
nothing to fetch: 'claudestep-metadata' has all that 'peer' has
nothing to fetch: 'claudestep-metadata' has all that 'origin' has
  PROJECT  STATE   DONE  CREATED     UPDATED     COMPLETED
  auth     active   0/2  2026-01-01  2026-01-01  -
  PR  STATE  TASK  REVIEWER  OPENED       COST  TITLE
  #7  open      1  -         2026-01-01  $0.00  After
# What the other has was fetched again since, and the merge was made by git, which does not say of what.
$ cd .. && ./apart five && cd five && git fetch -q peer && git worktree add -q ../five-tree claudestep-metadata && git -C ../five-tree merge -q peer/claudestep-metadata -m Both && git worktree remove ../five-tree && (cd ../five-other && claudestep -q project create newer && claudestep -q sync) && git fetch -q peer && ../answer && ../lost && git reflog expire --expire=all refs/remotes/peer/claudestep-metadata && ../way
Auto-merging projects/auth.json
where nobody else has it: the next hint puts all that the branch has, which lost nothing but history, upon the newest tip that is whole, 3 moves ago; whether it had merged 'refs/remotes/peer/claudestep-metadata' cannot be told: of 'projects/auth.json', 'projects/gone.json', 'projects/newer.json' what was taken away may be there again, and what was changed may give way to what it replaced, with the next merge of it, so look at it then
git -C $TESTDIR/five update-ref refs/heads/claudestep-metadata "$(git -C $TESTDIR/five commit-tree 1e12c673b51a3956104ad070997ac7400dd24911 -p c5fd6fd09d23b64bbd3a05593a39b981551d8862 -m 'the history between is lost')" 3cbff9de5c9cd1603c8dcc62cb28c9d423236ea6
0 problems, 1 warning
# Guards let it in where each remote had something taken away: the inner commit is what claudestep makes of its two parents.
$ cd .. && ./guarded six && cd six && claudestep -q task add auth --description Two && claudestep -q sync --no-push && claudestep -q sync peer --no-push && claudestep -q pr retitle auth --pr 7 --title After && first=$(git rev-list --merges -n 2 claudestep-metadata | tail -n 1) && ../lost && ../lose $first && ../way && claudestep sync && claudestep sync peer && ../look
where nobody else has it: the next hint puts all that the branch has, which lost nothing but history, upon the newest tip that is whole, 3 moves ago
git -C $TESTDIR/six update-ref refs/heads/claudestep-metadata "$(git -C $TESTDIR/six commit-tree b3f94ca854ec97df95ce7da12b617279572e08ba -p "$(git -C $TESTDIR/six commit-tree d1a221a3aac3d05898efbcb659a55289c3a3f4aa -p eae5e1b259425c5758f90654a20ffac59af3f54f -p a547817f41a41bfc196c5c41e497b30c60ec2b13 -m 'the history between is lost')" -p 8eea753b3967fff3d1192f9a7a194d2b93bb322e -m 'the history between is lost')" f88cae665e48aadc5127da9de42d00099ad97f74
0 problems, 1 warning
[995420f] sync 'claudestep-metadata' with 'origin'
  pushed  a547817..995420f
[995420f] sync 'claudestep-metadata' with 'peer'
  pushed  8eea753..995420f
  PROJECT   STATE   DONE  CREATED     UPDATED     COMPLETED
  auth      active   0/2  2026-01-01  2026-01-01  -
  by-old    empty    0/0  2026-01-01  2026-01-01  -
  by-older  empty    0/0  2026-01-01  2026-01-01  -
  PR  STATE  TASK  REVIEWER  OPENED       COST  TITLE
  #7  open      1  -         2026-01-01  $0.00  After
  #8  open      1  -         2026-01-01  $0.00  Before
# Nobody has made it before: then claudestep makes it, on a branch that is there meanwhile.
$ cd .. && ./guarded seven && cd seven && claudestep -q task add auth --description Two && claudestep -q task add auth --description Three && lost=$(git rev-parse claudestep-metadata) && claudestep -q sync peer --no-push && claudestep -q sync --no-push && claudestep -q pr retitle auth --pr 7 --title After && ../lose $lost && git branch claudestep-metadata-merged peer/claudestep-metadata && ../way && claudestep sync && claudestep sync peer && ../look && git branch --format='%(refname)'
branch 'claudestep-metadata-merged' set up to track 'peer/claudestep-metadata'.
where nobody else has it: the next hint puts all that the branch has, which lost nothing but history, upon the newest tip that is whole, 4 moves ago
git -C $TESTDIR/seven update-ref refs/heads/claudestep-metadata "$(git -C $TESTDIR/seven commit-tree 9624e7fa9612c43c97710d9843880d8f9a1ea7cd -p "$(git -C $TESTDIR/seven update-ref refs/heads/claudestep-metadata-merged-2 8f779e6ed2b7e3e83d2391a4b0dbdbdf1a8f306b 0000000000000000000000000000000000000000 && { claudestep --git-dir=$TESTDIR/seven/.git -q --ref refs/heads/claudestep-metadata-merged-2 merge 358da90f1e9a0b79c61184cae1c802b31944256b >&2 && git -C $TESTDIR/seven rev-parse refs/heads/claudestep-metadata-merged-2; git -C $TESTDIR/seven update-ref -d refs/heads/claudestep-metadata-merged-2; })" -p 2648144fe0b52e5b24a9b0ffd20de9330aefad89 -m 'the history between is lost')" f835971bbc56175fb66aebbc4fadd988f0e3100f
0 problems, 1 warning
[ecaf6a8] sync 'claudestep-metadata' with 'origin'
  pushed  358da90..ecaf6a8
[ecaf6a8] sync 'claudestep-metadata' with 'peer'
  pushed  2648144..ecaf6a8
  PROJECT   STATE   DONE  CREATED     UPDATED     COMPLETED
  auth      active   0/3  2026-01-01  2026-01-01  -
  by-old    empty    0/0  2026-01-01  2026-01-01  -
  by-older  empty    0/0  2026-01-01  2026-01-01  -
  PR  STATE  TASK  REVIEWER  OPENED       COST  TITLE
  #7  open      1  -         2026-01-01  $0.00  After
  #8  open      1  -         2026-01-01  $0.00  Before
refs/heads/claudestep-metadata
refs/heads/claudestep-metadata-merged
