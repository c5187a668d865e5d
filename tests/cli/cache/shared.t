# core.sharedRepository holds for the cache and for the folder that it may be the first to make: whoever else shares the repository takes locks there.
$ umask 022 && git init -q --shared=0660 one && cd one && claudestep project create auth -q && rm -rf .git/claudestep && claudestep list -q >../said && stat -c '%a %n' .git/claudestep .git/claudestep/facts .git/claudestep/facts/*.facts | sed 's/[0-9a-f]*-[0-9]*.facts/NAME/'
2770 .git/claudestep
2770 .git/claudestep/facts
660 .git/claudestep/facts/NAME
# The same of a merge that is only looked at.
$ git update-ref refs/remotes/origin/claudestep-metadata claudestep-metadata && git config remote.origin.url ../nowhere && claudestep task add auth --description here -q && tip=$(git rev-parse claudestep-metadata) && git update-ref refs/heads/claudestep-metadata claudestep-metadata~1 && claudestep task add auth --description there -q && git update-ref refs/remotes/origin/claudestep-metadata $tip && claudestep list -q >../said && stat -c '%a %n' .git/claudestep/merges .git/claudestep/merges/* | sed 's/[0-9a-f]*-[0-9a-f]*.merge/NAME/'
2770 .git/claudestep/merges
660 .git/claudestep/merges/NAME
