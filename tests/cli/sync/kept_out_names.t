# Names that git checks out nowhere, in a tree made by hand: a file like any that is not ours. Nobody is stopped, whichever of the two tips a merge begins with.
$ git init -q --bare remote.git && git init -q --bare one && cd one && git remote add origin ../remote.git && claudestep project create -q auth && claudestep sync -q --force-first && git update-ref refs/heads/start claudestep-metadata
--- file evil.sh
# Puts on the remote: `start` with an entry of the given name.
tree=$( (git cat-file tree start^{tree} | python3 ../entries.py "$1" $(echo x | git hash-object -w --stdin)) | git hash-object -t tree -w --stdin --literally)
git push -q --force origin $(git commit-tree -p start -m evil $tree):refs/heads/claudestep-metadata
--- end
--- file entries.py
import sys
name, blob = sys.argv[1:]
data = sys.stdin.buffer.read()
entries = [(b"100644 " + name.encode(), bytes.fromhex(blob))]
while data:
    end = data.index(b"\0")
    entries.append((data[:end], data[end + 1:end + 21]))
    data = data[end + 21:]
entries.sort(key=lambda one: one[0].split(b" ", 1)[1])
sys.stdout.buffer.write(b"".join(entry + b"\0" + id for entry, id in entries))
--- end
--- file each.sh
# Eight clones that wrote something else each: what became of their syncs, and what the tip of each has of it.
for n in 1 2 3 4 5 6 7 8; do
  git update-ref refs/heads/claudestep-metadata start
  git update-ref refs/remotes/origin/claudestep-metadata start
  claudestep task add -q auth --description "Task $n"
  claudestep sync --no-push | sed -n 's/^  \(fetched\|merged\) .*/\1/p'
  git ls-tree --name-only claudestep-metadata | grep -c '^\(.git\|\.\.\)$'
done | sort | uniq -c | sed 's/^ *//'
--- end
$ sh ../evil.sh .git && sh ../each.sh
8 1
8 fetched
8 merged
$ sh ../evil.sh .. && sh ../each.sh
8 1
8 fetched
8 merged
# Whoever takes it out is merged as well, whichever side has it.
$ claudestep sync -q && git update-ref refs/heads/bad claudestep-metadata && for n in 1 2 3 4; do git update-ref refs/heads/claudestep-metadata $(git commit-tree -p bad -m "out $n" start^{tree}) && git push -q --force origin claudestep-metadata && git update-ref refs/heads/claudestep-metadata bad && git update-ref refs/remotes/origin/claudestep-metadata bad && claudestep task add -q auth --description "More $n" && claudestep sync -q --no-push; git ls-tree --name-only claudestep-metadata; done | sort | uniq -c | sed 's/^ *//'
4 .nojekyll
4 README.md
4 projects
