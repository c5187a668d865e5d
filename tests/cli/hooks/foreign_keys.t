# A document that is called like none of ours is judged when it is staged where its keys surely tell
# what it is: "api", "task", "agent" or "feature" alone is anybody's word.
$ git init -q repo && cd repo && rm -f .git/hooks/* && claudestep -q hooks install
$ printf 'version: "3"\napi:\n  image: shop\n' >compose.yaml && printf 'task:\n  cron: "0 * * * *"\n' >job.yml && printf 'agent:\n  port: 80\n' >values.yaml && printf 'feature:\n  dark_mode: true\n' >flags.yaml
$ git add . && git commit -q -m foreign && echo '# more' | tee -a *.y*ml >/dev/null && git commit -q -a -m 'more of it'
# Ours by all that they say, or said before.
$ printf 'version: "1.0"\napi: {name: shop, endpoints: 7}\n' >shop.yaml && git add . && git commit -q -m ours 2>&1 | tail -n 2
the commit is refused: a staged document has errors
hint: CLAUDESTEP_HOOKS=0 git commit, or git commit --no-verify, commits it as it is
$ CLAUDESTEP_HOOKS=0 git commit -q -m unseen && printf 'version: "1.0"\napi: {name: shop}\n' >shop.yaml && git commit -q -a -m less 2>&1 | tail -n 2
the commit is refused: a staged document has errors
hint: CLAUDESTEP_HOOKS=0 git commit, or git commit --no-verify, commits it as it is
# Named by hand, or found in a folder that is, one word is enough.
$ claudestep validate . | tail -n 1
0 files checked: nothing found
