# A path is what it means, and not how it is spelt.
$ git init -q repo && cd repo && claudestep doc new trust-model >trust_model.yaml && grep -n pattern trust_model.yaml
2:# context that matches decides, and where none does it is medium. A context with a pattern and a
11:      - pattern: docs/**
23:      - pattern: "**/auth/**"
$ COLUMNS=200 claudestep trust eval docs/../src/auth.py ./docs//a.md "$PWD/docs/b.md" "$PWD/docs/../c.py" | sed 's/   */  /g'
  PATH  TRUST  BECAUSE
  docs/../src/auth.py  medium  nothing matches
  ./docs//a.md  high  pattern docs/**
  $TESTDIR/repo/docs/b.md  high  pattern docs/**
  $TESTDIR/repo/docs/../c.py  medium  nothing matches
\
trust medium: supervision code_review_required, auto approve no, escalation no
$ claudestep trust eval docs/../src/auth.py --gate >/dev/null
[1]
$ mkdir docs && cd docs && claudestep trust eval docs/a.md --gate | grep docs
  docs/a.md  high   pattern docs/**
$ claudestep trust eval ../src/auth.py --gate
! error: '../src/auth.py' is no path from the top of the repository
! hint: name what changes as 'git diff --name-only' does
[2]
$ claudestep trust eval /docs/../../etc/passwd --gate
! error: '/docs/../../etc/passwd' is no path from the top of the repository
! hint: name what changes as 'git diff --name-only' does
[2]
$ claudestep trust eval /docs/a.md --gate
! error: '/docs/a.md' is no path from the top of the repository
! hint: name what changes as 'git diff --name-only' does
[2]
$ claudestep trust eval docs/.. --gate
! error: 'docs/..' is no path from the top of the repository
! hint: name what changes as 'git diff --name-only' does
[2]
$ claudestep trust eval "$TESTDIR/repository/docs/a.md" --gate 2>&1 | head -n 1
error: '$TESTDIR/repository/docs/a.md' is no path from the top of the repository
# Without a repository the folder is the root.
$ mkdir ../../bare && cd ../../bare && mv ../repo/trust_model.yaml . && claudestep trust eval "$PWD/docs/a.md" --gate | grep docs
  $TESTDIR/bare/docs/a.md  high   pattern docs/**
# A pattern that cannot be used is no pattern that does not match.
--- file bare/open.yaml
version: "1.0"
trust_levels:
  high: {description: fine, auto_approve: true, supervision: minimal, contexts: [{pattern: "**"}]}
  medium: {description: fine, auto_approve: false, supervision: code_review_required, contexts: []}
  low: {description: fine, auto_approve: false, supervision: pair_programming, contexts: [{pattern: "**/{auth,login/**"}]}
--- end
$ claudestep trust eval a/auth/b.py --model open.yaml --gate
! error: open.yaml:5:101: a pattern cannot be used: a brace in it is never closed
! hint: claudestep validate 'open.yaml'
[2]
$ claudestep validate --kind trust-model open.yaml
open.yaml:5:101: error: the pattern '**/{auth,login/**' cannot be used: a brace in it is never closed [trust/pattern]
    5 | ...ion: pair_programming, contexts: [{pattern: "**/{auth,login/**"}]}
      |                                                ^
  hint: close the brace (\{ is one that stands for itself), or write several contexts
1 file checked: 1 error
[1]
$ sed 's/"[^"]*login[^"]*"/"{a,b}{a,b}{a,b}{a,b}{a,b}{a,b}{a,b}{a,b}{a,b}{a,b}{a,b}{a,b}{a,b}{a,b}"/' open.yaml >wide.yaml && claudestep trust eval aaaaaaaaaaaaaa --model wide.yaml --gate
! error: wide.yaml:5:101: a pattern cannot be used: its braces stand for more than 10000 patterns
! hint: claudestep validate 'wide.yaml'
[2]
# Many alternatives are no reason.
$ sed 's#"[^"]*login[^"]*"#"{src,lib,app,pkg,cmd,api,web}/**/{auth,login,session,crypto,pay,bill,admin}/*.{js,jsx,ts,tsx,py,go}"#' open.yaml >many.yaml && claudestep trust eval src/x/auth/a.py --model many.yaml --gate | tail -n 1
trust low: supervision pair_programming, auto approve no, escalation no
