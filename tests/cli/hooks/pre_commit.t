# A staged document with an error stops the commit; what is not staged does not.
$ git init -q repo && cd repo && rm -f .git/hooks/* && claudestep -q hooks install
--- file repo/trust_model.yaml
version: '1.0'
trust_levels:
  high: {description: fine, auto_approve: true, supervision: minimum}
--- end
$ git commit -q --allow-empty -m empty
$ git add trust_model.yaml
$ git commit -q -m wrong
! trust_model.yaml:3:3: error: `medium` is missing in `trust_levels` [schema/required]
!     3 |   high: {description: fine, auto_approve: true, supervision: minimum}
!       |   ^
!   hint: add the member by hand
! trust_model.yaml:3:3: error: `low` is missing in `trust_levels` [schema/required]
!     3 |   high: {description: fine, auto_approve: true, supervision: minimum}
!       |   ^
!   hint: add the member by hand
! trust_model.yaml:3:9: error: `contexts` is missing in `high` [schema/required]
!     3 |   high: {description: fine, auto_approve: true, supervision: minimum}
!       |         ^
!   hint: add the member by hand
! trust_model.yaml:3:62: error: `supervision` is `minimum`; expected one of minimal, code_review_required, pair_programming [schema/enum]
!     3 |   high: {description: fine, auto_approve: true, supervision: minimum}
!       |                                                              ^
!   hint: did you mean `minimal`?
! the commit is refused: a staged document has errors
! hint: CLAUDESTEP_HOOKS=0 git commit, or git commit --no-verify, commits it as it is
[1]
$ git rev-list --count HEAD
1
$ CLAUDESTEP_HOOKS=0 git commit -q -m 'as it is'
# A commit of some paths has an index of its own, which is the one that counts.
$ echo >>trust_model.yaml && touch other && git add other
$ git commit -q -m other other
$ git commit -q -m both trust_model.yaml
! trust_model.yaml:3:3: error: `medium` is missing in `trust_levels` [schema/required]
!     3 |   high: {description: fine, auto_approve: true, supervision: minimum}
!       |   ^
!   hint: add the member by hand
! trust_model.yaml:3:3: error: `low` is missing in `trust_levels` [schema/required]
!     3 |   high: {description: fine, auto_approve: true, supervision: minimum}
!       |   ^
!   hint: add the member by hand
! trust_model.yaml:3:9: error: `contexts` is missing in `high` [schema/required]
!     3 |   high: {description: fine, auto_approve: true, supervision: minimum}
!       |         ^
!   hint: add the member by hand
! trust_model.yaml:3:62: error: `supervision` is `minimum`; expected one of minimal, code_review_required, pair_programming [schema/enum]
!     3 |   high: {description: fine, auto_approve: true, supervision: minimum}
!       |                                                              ^
!   hint: did you mean `minimal`?
! the commit is refused: a staged document has errors
! hint: CLAUDESTEP_HOOKS=0 git commit, or git commit --no-verify, commits it as it is
[1]
# Without the program a commit goes through.
$ mkdir ../bin && ln -s "$(command -v git)" ../bin/git
$ PATH="$TESTDIR/bin" git commit -q -a -m unguarded
$ git log --format=%s
unguarded
other
as it is
empty
