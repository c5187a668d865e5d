# Every broken file is listed under `unreadable`, and the rest is reported.
--- file good.json
{"schema_version": "2.0", "project": "good", "last_updated": "2026-01-01T00:00:00Z",
 "tasks": [{"index": 1, "description": "one", "status": "pending"}], "pull_requests": []}
--- end
$ git init -q --bare repo.git && cd repo.git && claudestep init >out
$ good=$(git hash-object -w ../good.json)
> broken=$(echo '{"project": "broken", ' | git hash-object -w --stdin)
> empty=$(git hash-object -w --stdin </dev/null)
> twice=$(echo '{"schema_version": "2.0", "schema_version": "2.0"}' | git hash-object -w --stdin)
> commit=$(git rev-parse claudestep-metadata)
> folder=$(printf '100644 blob %s\tx\n' "$empty" | git mktree)
> projects=$(git mktree --missing <<END
> 100644 blob $broken	broken.json
> 100644 blob $empty	empty.json
> 040000 tree $folder	folder.json
> 100644 blob $good	good.json
> 120000 blob $good	link.json
> 160000 commit $commit	module.json
> 100644 blob $twice	twice.json
> END
> )
> tree=$( (git ls-tree claudestep-metadata; printf '040000 tree %s\tprojects\n' "$projects") | git mktree)
> git update-ref refs/heads/claudestep-metadata "$(git commit-tree -p "$commit" -m foreign "$tree")"
$ claudestep stats --json >stats.json 2>err
$ python3 -c 'import json; d = json.load(open("stats.json")); print(*[p["project"] for p in d["projects"]]); print(*[u["file"] for u in d["unreadable"]], sep="\n")'
good
projects/broken.json
projects/empty.json
projects/folder.json
projects/link.json
projects/module.json
projects/twice.json
$ for name in broken empty folder link module twice; do
>   claudestep show $name >out 2>err; echo $name $?
>   claudestep task add $name --description x >out 2>err; echo $name $?
> done
broken 5
broken 5
empty 5
empty 5
folder 5
folder 5
link 5
link 5
module 5
module 5
twice 5
twice 5
$ claudestep show none >out 2>err
[3]
$ claudestep task add good --description two >out 2>err
$ git ls-tree --name-only claudestep-metadata projects/ | wc -l
7
