# A deleted project that came back on both sides is one, also where another has a former name of it by now and one side alone
# does something to that one.
--- file auth.sh
# A project 'login' that was called 'auth', and another 'auth'; one side deletes the first, the other works on it, so it stays there.
git init -q --bare $1 && cd $1 && export CLAUDESTEP_NOW=2025-12-01T00:00:00Z && claudestep -q project create auth && claudestep -q project rename auth login && claudestep -q task add login --description One && claudestep -q pr open login --task 1 --pr 7 --branch b
export CLAUDESTEP_NOW=2025-12-02T00:00:00Z && claudestep -q project create auth
git branch other claudestep-metadata && claudestep -q project delete login
claudestep -q --ref other task add login --description Two && claudestep -q --ref other merge claudestep-metadata
claudestep -q undo
--- end
--- file show.sh
for path in $(git ls-tree -r --name-only claudestep-metadata projects archive); do echo $path $(git show claudestep-metadata:$path | jq -c '[.created_at, .former_names, [.tasks[].description], [.pull_requests[].pr_number]]'); done
--- end
$ sh auth.sh a.git && cd a.git && claudestep -q task add auth --description "In auth" && claudestep merge other && sh ../show.sh && claudestep fsck --frame | tail -1
[d5a39c4] merge 'other' into 'claudestep-metadata'
projects/auth.json ["2025-12-02T00:00:00Z",null,["In auth"],[]]
projects/login.json ["2025-12-01T00:00:00Z",["auth"],["One","Two"],[7]]
2 files checked: 1 warning
! 11 commits held to what they say of themselves
$ cd .. && sh auth.sh b.git && cd b.git && claudestep -q project delete auth && claudestep merge other && sh ../show.sh && claudestep fsck --frame | tail -1
[2ad8774] merge 'other' into 'claudestep-metadata'
projects/login.json ["2025-12-01T00:00:00Z",["auth"],["One","Two"],[7]]
1 file checked: 1 warning
! 11 commits held to what they say of themselves
$ cd .. && sh auth.sh c.git && cd c.git && claudestep -q project archive auth && claudestep -q project archive login && claudestep merge other && sh ../show.sh && claudestep fsck --frame | tail -1
[fb843ca] merge 'other' into 'claudestep-metadata'
  login: archive: kept 'projects', gave up 'archived'
archive/auth.json ["2025-12-02T00:00:00Z",null,[],[]]
projects/login.json ["2025-12-01T00:00:00Z",["auth"],["One","Two"],[7]]
2 files checked: 1 warning
! warning: 'login' is archived with 1 open pull request: #7
! 12 commits held to what they say of themselves
# The other side may have it under another name.
$ cd .. && sh auth.sh d.git && cd d.git && claudestep -q project delete auth && claudestep -q --ref other project rename login sign-in && claudestep merge other && sh ../show.sh && claudestep fsck --frame | tail -1
[18c86d2] merge 'other' into 'claudestep-metadata'
  sign-in: project: kept 'sign-in', gave up 'login'
projects/sign-in.json ["2025-12-01T00:00:00Z",["auth","login"],["One","Two"],[7]]
1 file checked: 1 warning
! 12 commits held to what they say of themselves
# Who renames the other one does that to the other one.
$ cd .. && sh auth.sh e.git && cd e.git && claudestep -q project rename auth access && claudestep merge other && sh ../show.sh && claudestep fsck --frame | tail -1
[9cb9aa3] merge 'other' into 'claudestep-metadata'
projects/access.json ["2025-12-02T00:00:00Z",["auth"],[],[]]
projects/login.json ["2025-12-01T00:00:00Z",["auth"],["One","Two"],[7]]
2 files checked: 1 warning
! 11 commits held to what they say of themselves
$ cd .. && sh auth.sh f.git && cd f.git && claudestep -q project rename auth access && claudestep -q --ref other task add auth --description "In auth" && claudestep merge other && sh ../show.sh && claudestep fsck --frame | tail -1
[c46abc4] merge 'other' into 'claudestep-metadata'
projects/access.json ["2025-12-02T00:00:00Z",["auth"],["In auth"],[]]
projects/login.json ["2025-12-01T00:00:00Z",["auth"],["One","Two"],[7]]
2 files checked: 1 warning
! 12 commits held to what they say of themselves
