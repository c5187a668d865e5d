# pre-push checks the documents that are new to the remote, and takes the metadata along.
$ git init -q --bare shared.git && git init -q repo && cd repo && git remote add origin ../shared.git
$ git commit -q --allow-empty -m main && claudestep -q project create auth && git push -q -u origin main
$ claudestep -q hooks install pre-push && git push -q origin claudestep-metadata
$ claudestep -q task add auth --description one && git commit -q --allow-empty -m more && git push -q
! claudestep: synced the metadata with 'origin'
$ git push -q && git rev-parse claudestep-metadata | cmp - ../shared.git/refs/heads/claudestep-metadata
--- file repo/trust_model.yaml
version: '1.0'
trust_levels: {}
--- end
$ git add . && git commit -q -m trust && git push -q origin HEAD:refs/heads/topic 2>&1 | sed -n '/medium/p;/^the push/p;/^hint/p'
trust_model.yaml:2:15: error: `medium` is missing in `trust_levels` [schema/required]
the push is refused: a document of 'refs/heads/topic' has errors
hint: CLAUDESTEP_HOOKS=0 git push, or git push --no-verify, pushes it as it is
# A tag brings what its commit does, whichever kind it is.
$ git tag v1 && git push -q origin v1 2>&1 | grep '^the push'
the push is refused: a document of 'refs/tags/v1' has errors
$ git tag -am 'Two' v2 && git push -q origin v2 2>&1 | grep '^the push'
the push is refused: a document of 'refs/tags/v2' has errors
$ CLAUDESTEP_HOOKS=0 git push -q origin HEAD:refs/heads/topic
# What is there already is not asked about again; a remote that cannot be reached keeps nothing back.
$ git commit -q --allow-empty -m later && git push -q origin HEAD:refs/heads/topic
$ git push -q origin :refs/heads/topic
# A hook that is there reads the same lines.
--- file repo/.git/hooks/pre-push
#!/bin/sh
echo "lines: $(wc -l)"
--- end
$ chmod +x .git/hooks/pre-push && claudestep -q hooks install pre-push
$ CLAUDESTEP_HOOKS=0 git push origin HEAD^:refs/heads/main 2>&1 | grep lines
lines: 1
$ git push origin HEAD^:refs/heads/main 2>&1 | grep lines
lines: 0
# A push that takes the metadata itself, while the remote has what is not here: git refuses it, once.
$ cd .. && git clone -q shared.git other && claudestep -C other -q task add auth --description theirs && claudestep -C other -q sync
$ cd repo && claudestep -q task add auth --description ours
$ git push -q origin main claudestep-metadata 2>&1 | grep -v '^hint'
claudestep: synced the metadata with 'origin'
claudestep: git began before that and refuses its own push of 'claudestep-metadata' this once
lines: 2
To ../shared.git
   9dee2ea..1e494a9  main -> main
 ! [rejected]        claudestep-metadata -> claudestep-metadata (fetch first)
error: failed to push some refs to '../shared.git'
$ git push -q origin main claudestep-metadata
lines: 0
$ git rev-parse claudestep-metadata | cmp - ../shared.git/refs/heads/claudestep-metadata
