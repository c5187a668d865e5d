# What others happen to call as we do is none of ours: without the key that tells its kind a document
# counts by its name only where projects are planned.
$ git init -q repo && cd repo && rm -f .git/hooks/* && claudestep -q hooks install
--- file repo/api/spec.yaml
openapi: 3.1.0
info: {title: Baskets, version: "2"}
paths: {}
--- end
--- file repo/charts/spec.yaml
{{- if .Values.on }}
on: [
--- end
--- file repo/projects/site.json
{"pages": 3}
--- end
$ git add . && git commit -q -m foreign
$ touch spec.yaml && printf '[1]\n' >metrics.af && git add . && claudestep -v validate --staged
0 files checked: nothing found
! note: 'metrics.af' is passed over: nothing but its name says that it is one of ours
! note: 'spec.yaml' is passed over: nothing but its name says that it is one of ours
$ git commit -q -m 'more of them'
# Named by hand the name tells.
$ claudestep validate projects/site.json | tail -n 1
1 file checked: 2 errors, 2 warnings
$ claudestep validate api/spec.yaml | tail -n 1
1 file checked: 4 errors
# Where projects are planned, the name is enough.
$ mkdir -p claude-step/auth plans/auth sub/claude-chain/auth && cp api/spec.yaml claude-step/auth && git add . && git commit -q -m planned 2>&1 | tail -n 2
the commit is refused: a staged document has errors
hint: CLAUDESTEP_HOOKS=0 git commit, or git commit --no-verify, commits it as it is
$ git rm -q -f --cached -r claude-step && rm -r claude-step && cp api/spec.yaml plans/auth && git add . && git commit -q -m elsewhere
$ git config claudestep.projectsDir ./plans/ && echo >>plans/auth/spec.yaml && git add . && git commit -q -m chosen 2>&1 | tail -n 2
the commit is refused: a staged document has errors
hint: CLAUDESTEP_HOOKS=0 git commit, or git commit --no-verify, commits it as it is
# Elsewhere the key that tells is, in what is staged or in what it replaces, read or not.
$ git reset -q --hard && mkdir other && printf 'feature: {}\n' >other/spec.yaml && git add . && git commit -q -m told 2>&1 | tail -n 2
the commit is refused: a staged document has errors
hint: CLAUDESTEP_HOOKS=0 git commit, or git commit --no-verify, commits it as it is
$ printf 'feature: [\n' >other/spec.yaml && git add . && git commit -q -m broken 2>&1 | tail -n 2
the commit is refused: a staged document has errors
hint: CLAUDESTEP_HOOKS=0 git commit, or git commit --no-verify, commits it as it is
$ printf 'feature: {}\n' >other/spec.yaml && git add . && CLAUDESTEP_HOOKS=0 git commit -q -m unseen
$ printf 'features: {}\n' >other/spec.yaml && git add . && git commit -q -m replaced 2>&1 | tail -n 2
the commit is refused: a staged document has errors
hint: CLAUDESTEP_HOOKS=0 git commit, or git commit --no-verify, commits it as it is
