# A lost update shows: the writer of the last commit began from the state before #42.
$ git init -q --bare repo.git && cd repo.git
$ claudestep project create auth >out && claudestep task add auth --description 'Add login' >out
$ claudestep finalize auth --task 1 --pr 41 --branch a --reviewer alice >out
$ claudestep pr open auth --task 1 --pr 42 --branch b >out 2>err && claudestep pr merge auth --pr 41 >out
$ claudestep fsck --frame
projects/auth.json:24:24: warning: #41 has no AI operations [pr/no-operations]
  hint: record them with claudestep op add if they are known
projects/auth.json:34:24: warning: #42 has no AI operations [pr/no-operations]
1 file checked: 2 warnings
! 5 commits held to what they say of themselves
$ old=$(git rev-parse claudestep-metadata~2^{tree}); git update-ref refs/heads/claudestep-metadata "$(git commit-tree -p claudestep-metadata "$old" <<END
> auth: assign #41 to bob
> 
> Claudestep-Op: assign project=auth pr=41
> END
> )"
$ claudestep fsck --frame
projects/auth.json:23:24: warning: #41 has no AI operations [pr/no-operations]
  hint: record them with claudestep op add if they are known
ac825f88d0ca:projects/auth.json: error: 'auth: assign #41 to bob' puts the state of #41 back to what it was before 2619b3597fcb [frame/lost-update]
  hint: if the lost change should stand, do it again; what a push was refused for, 'claudestep sync --squash' pushes then
ac825f88d0ca:projects/auth.json: error: 'auth: assign #41 to bob' takes away #42, which 6816d0efd6c8 wrote [frame/lost-update]
1 file checked: 2 errors, 1 warning
! 6 commits held to what they say of themselves
[1]
# The place is what git show takes.
$ claudestep fsck --frame 2>err | sed -n 's/^\([0-9a-f]*:[a-z/.]*\):.*/\1/p' | head -n 1 | xargs git show | grep -c '"pr_number"'
1
$ claudestep fsck --frame --json | grep -A9 '"code": "frame/lost-update"'
      "code": "frame/lost-update",
      "message": "'auth: assign #41 to bob' puts the state of #41 back to what it was before 2619b3597fcb",
      "hint": "if the lost change should stand, do it again; what a push was refused for, 'claudestep sync --squash' pushes then",
      "path": null,
      "fixable": false
    },
    {
      "file": "ac825f88d0ca:projects/auth.json",
      "line": null,
      "column": null,
--
      "code": "frame/lost-update",
      "message": "'auth: assign #41 to bob' takes away #42, which 6816d0efd6c8 wrote",
      "hint": "if the lost change should stand, do it again; what a push was refused for, 'claudestep sync --squash' pushes then",
      "path": null,
      "fixable": false
    }
  ]
}
# Commits of others are listed with what they took back, and never judged.
$ git worktree add -q ../meta claudestep-metadata && git -C ../meta rm -q projects/auth.json && git -C ../meta commit -q -m 'Clean up' && echo x >../meta/notes.txt && git -C ../meta add . && git -C ../meta commit -q -m 'Take notes' && git worktree remove ../meta
$ claudestep fsck --frame
ac825f88d0ca:projects/auth.json: error: 'auth: assign #41 to bob' puts the state of #41 back to what it was before 2619b3597fcb [frame/lost-update]
  hint: if the lost change should stand, do it again; what a push was refused for, 'claudestep sync --squash' pushes then
ac825f88d0ca:projects/auth.json: error: 'auth: assign #41 to bob' takes away #42, which 6816d0efd6c8 wrote [frame/lost-update]
694a51fb7240:projects/auth.json: note: 'A U Thor' made 'Clean up': it takes away the project 'auth', which ac825f88d0ca wrote [frame/foreign-commit]
  hint: nothing needs to be done; 'git show' has the commit
refs/heads/claudestep-metadata: note: 1 commit of others touched no project file [frame/foreign-commit]
0 files checked: 2 errors, 2 notes
! 6 commits held to what they say of themselves
[1]
