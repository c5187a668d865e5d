# What bash offers for the last word of a line, asked as bash asks. Bash parts words at = and :.
--- file ask.bash
source <(claudestep completion bash)
COMP_WORDS=("$@")
COMP_CWORD=$(($# - 1))
"$FUNCTION" claudestep
printf '%s\n' "${COMPREPLY[@]}"
--- end
--- file ask-git.bash
source <(claudestep completion bash)
words=("$@")
cword=$(($# - 1))
_git_claudestep
printf '%s\n' "${COMPREPLY[@]}"
--- end
$ export FUNCTION=_claudestep
$ bash -c 'source <(claudestep completion bash); complete -p claudestep git-claudestep'
complete -F _claudestep claudestep
complete -F _claudestep git-claudestep
$ bash ask.bash claudestep sta
stats
$ bash ask.bash claudestep pr op
open
$ bash ask.bash claudestep stats --co
--color
$ bash ask.bash claudestep stats --color ''
auto
always
never
$ bash ask.bash claudestep stats --color = al
always
$ bash ask.bash claudestep stats --color =
auto
always
never
$ bash ask.bash claudestep completion ''
bash
zsh
fish
# Projects and branches come from the repository that the words lead to.
$ git init -q repo && claudestep -C repo init >out
$ claudestep -C repo project create auth >out && claudestep -C repo project create billing >out
$ bash ask.bash claudestep -C repo show ''
auth
billing
$ bash ask.bash claudestep -C repo show b
billing
$ bash ask.bash claudestep -C repo stats --at claude
claudestep-metadata
$ cd repo && bash ../ask.bash claudestep show a; cd ..
auth
# Where there is no repository there is nothing to offer, and nothing is said.
$ bash ask.bash claudestep show ''
\
# Folders and files.
$ mkdir folder && touch file.json
$ bash ask.bash claudestep -C fo
folder
$ bash ask.bash claudestep op add auth --ops fi
file.json
# Through git.
$ bash ask-git.bash git claudestep pr op
open
$ bash ask-git.bash git -C repo claudestep sta
stats
