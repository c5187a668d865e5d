# Where a symbolic ref gives the branch of a shared repository a second name, a push to that name is examined as well.
--- file push
#!/bin/sh
# Pushes and prints what the remote says, without the spaces that git ends its lines with.
git push -q "$@" 2>&1 | sed -n 's/^remote: \(.*[^ ]\) *$/\1/p'
--- end
$ chmod +x push && git init -q --bare shared.git && claudestep -C shared.git -q hooks install
$ git init -q repo && cd repo && git remote add origin ../shared.git && git commit -q --allow-empty -m main
$ claudestep -q project create auth && git branch older claudestep-metadata && claudestep -q task add auth --description one && git push -q origin claudestep-metadata
$ git -C ../shared.git symbolic-ref refs/heads/near refs/heads/claudestep-metadata && git -C ../shared.git symbolic-ref refs/tags/far refs/heads/near
$ ../push -f origin main:near
refs/heads/near: error: 'refs/heads/near' would lose commits up to 3984ef961ebe [push/history-dropped]
  hint: 'claudestep sync' merges both sides and pushes without force
'refs/heads/near' and 'refs/heads/claudestep-metadata' are one branch here, by a symbolic ref
the push is refused: metadata would be lost or broken
$ ../push -f origin older:refs/tags/far
refs/tags/far: error: 'refs/tags/far' would lose commits up to 3984ef961ebe [push/history-dropped]
  hint: 'claudestep sync' merges both sides and pushes without force
'refs/tags/far' and 'refs/heads/claudestep-metadata' are one branch here, by a symbolic ref
the push is refused: metadata would be lost or broken
$ ../push origin :near
refs/heads/near: error: the push deletes 'refs/heads/near' [push/branch-deleted]
  hint: leave the branch, and delete projects with 'claudestep project delete'
'refs/heads/near' and 'refs/heads/claudestep-metadata' are one branch here, by a symbolic ref
the push is refused: metadata would be lost or broken
# What the branch may take in comes in under that name, too.
$ claudestep -q task add auth --description two && ../push origin claudestep-metadata:near && claudestep -C ../shared.git task list auth
  TASK  ID        STATUS          DESCRIPTION
     1  7692c3ad  pending, ready  one
     2  3fc4ccfe  pending, ready  two
# The other way round: the branch is itself a symbolic ref, to one of any name.
$ git -C ../shared.git branch -q -m claudestep-metadata real && git -C ../shared.git symbolic-ref refs/heads/claudestep-metadata refs/heads/real
$ ../push -f origin older:real
refs/heads/real: error: 'refs/heads/real' would lose commits up to 0691bbe66e60 [push/history-dropped]
  hint: 'claudestep sync' merges both sides and pushes without force
'refs/heads/real' and 'refs/heads/claudestep-metadata' are one branch here, by a symbolic ref
the push is refused: metadata would be lost or broken
$ ../push origin :real
refs/heads/real: error: the push deletes 'refs/heads/real' [push/branch-deleted]
  hint: leave the branch, and delete projects with 'claudestep project delete'
'refs/heads/real' and 'refs/heads/claudestep-metadata' are one branch here, by a symbolic ref
the push is refused: metadata would be lost or broken
$ ../push -f origin older:claudestep-metadata
refs/heads/claudestep-metadata: error: 'refs/heads/claudestep-metadata' would lose commits up to 0691bbe66e60 [push/history-dropped]
  hint: 'claudestep sync' merges both sides and pushes without force
the push is refused: metadata would be lost or broken
# What leads nowhere git itself refuses.
$ git -C ../shared.git symbolic-ref refs/heads/around refs/heads/about && git -C ../shared.git symbolic-ref refs/heads/about refs/heads/around
$ ../push origin main:around; git -C ../shared.git for-each-ref --format='%(refname) %(symref)'
error: refusing update to broken symref 'refs/heads/around'
refs/heads/claudestep-metadata refs/heads/real
refs/heads/near refs/heads/real
%refs/heads/real\x20
refs/tags/far refs/heads/real
