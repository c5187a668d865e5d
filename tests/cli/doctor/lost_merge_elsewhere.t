# A merge is lost of what another remote than the usual one has. What is put in the place of the tip is built on that as well: else the next merge of it would bring back what was taken away since, and give way to it.
--- file lose
#!/bin/sh
rm -f ".git/objects/$(git rev-parse "$1" | sed 's|..|&/|')"
--- end
--- file way
#!/bin/sh
claudestep doctor | sed -n '/ fsck$/d; /hint: cat/d; s/.*hint: \(where nobody\|git -C\)/\1/p' | tee "$TESTDIR/steps" && sed -i 1d "$TESTDIR/steps" && sh "$TESTDIR/steps" && claudestep doctor | tail -n 1
--- end
--- file apart
#!/bin/sh
# A clone of two remotes, both of which have what it began with. The other has a project and a pull request more, this one a task.
git init -q --bare "$1.git" && git init -q "$1" && cd "$1" && git remote add origin "../$1.git" && claudestep -q project create auth && claudestep -q task add auth --description One && claudestep -q sync --force-first && cp -r "../$1.git" "../$1-peer.git" &&
  git clone -q --no-checkout "../$1-peer.git" "../$1-other" && cd "../$1-other" && claudestep -q init && claudestep -q project create gone && claudestep -q pr open auth --task 1 --pr 7 --branch b --title Before && claudestep -q sync && cd "../$1" && git remote add peer "../$1-peer.git" && claudestep -q task add auth --description Two
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
$ chmod +x lose way apart answer look lost && ./apart one && cd one && claudestep -q sync peer --no-push && ../answer && ../lost && ../way && claudestep sync peer --no-push && ../look
where nobody else has it: the next hint puts all that the branch has, which lost nothing but history, upon the newest tip that is whole, 3 moves ago
git -C $TESTDIR/one update-ref refs/heads/claudestep-metadata "$(git -C $TESTDIR/one commit-tree 4e4ac87ba579562d975fb238a0a7bc6fe650cdb1 -p 7ca04ca6d4b19b16fcd3a821c4a280ac9975e2e3 -p bd5b2427ef61a15ff36bc18115cf8310490a9453 -m 'the history between is lost')" 28b10ee470a58fcec49294b70d6f9b8160ef91da
all is well
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
all is well
nothing to do: 'claudestep-metadata' has all of 'refs/peers/it'
  PROJECT  STATE   DONE  CREATED     UPDATED     COMPLETED
  auth     active   0/2  2026-01-01  2026-01-01  -
  PR  STATE  TASK  REVIEWER  OPENED       COST  TITLE
  #7  open      1  -         2026-01-01  $0.00  After
# What both remotes have was merged, and both merges are lost: one commit upon the other, since no guard lets in a merge of more than two.
$ cd .. && ./apart four && cd four && claudestep -q sync peer --no-push && (git clone -q --no-checkout ../four.git ../four-third && cd ../four-third && claudestep -q init && claudestep -q project create third && claudestep -q sync) && claudestep -q sync --no-push && ../answer && claudestep -q project delete third && first=$(git rev-list --merges -n 2 claudestep-metadata | tail -n 1) && ../lost && ../lose $first && ../way && claudestep sync peer --no-push && claudestep sync --no-push && ../look
where nobody else has it: the next hint puts all that the branch has, which lost nothing but history, upon the newest tip that is whole, 5 moves ago
git -C $TESTDIR/four update-ref refs/heads/claudestep-metadata "$(git -C $TESTDIR/four commit-tree 59fb0be4ed155337e778177bd409b5e2ad6375fc -p "$(git -C $TESTDIR/four commit-tree 59fb0be4ed155337e778177bd409b5e2ad6375fc -p 1f15ddd32cdd48abeb7e435ac1d9f6c5c46e7ec2 -p 87634406f22655feac8499027343c0ae6177bf40 -m 'the history between is lost')" -p fd949084dd1297876629828edab4fb0fdc9de5fc -m 'the history between is lost')" 84b5e969d4d045f28d7d1edad1be61e6e5641d0b
all is well
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
all is well
