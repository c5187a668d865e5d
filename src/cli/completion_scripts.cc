// The scripts are thin: they hand the words to `claudestep complete` and show what it answers, so
// that all shells agree with the parser. Its answer is a line "WORD<tab>HELP" for each candidate;
// ":files" or
// ":folders" asks the shell for paths.
#include "base/result.h"
#include "cli/completion.h"

namespace claudestep::cli {
namespace {

constexpr std::string_view kBash =
    R"sh(# Completion of claudestep for bash; made by 'claudestep completion bash'.

# Asks PROGRAM what the last of the words given may become, and fills COMPREPLY.
_claudestep_ask() {
  local program=$1 cur=${!#} candidate paths= before
  shift
  # Readline replaces what stands after the last = or : of a word.
  before=${cur%"${cur##*[=:]}"}
  COMPREPLY=()
  while IFS=$'\t' read -r candidate _; do
    case $candidate in
      :files) paths=-f ;;
      :folders) paths=-d ;;
      *) COMPREPLY+=("${candidate#"$before"}") ;;
    esac
  done < <("$program" complete -- "$@" 2>/dev/null)
  if [[ -n $paths ]]; then
    compopt -o filenames 2>/dev/null
    while IFS= read -r candidate; do
      COMPREPLY+=("$candidate")
    done < <(compgen "$paths" -- "${cur#"$before"}")
  fi
}

_claudestep() {
  local words=() word glue= i
  # Bash parts words at = and :, which are parts of ours.
  for ((i = 1; i <= COMP_CWORD; i++)); do
    word=${COMP_WORDS[i]}
    if [[ $word =~ ^[=:]+$ && ${#words[@]} -gt 0 ]]; then
      words[${#words[@]} - 1]+=$word
      glue=yes
    elif [[ -n $glue ]]; then
      words[${#words[@]} - 1]+=$word
      glue=
    else
      words+=("$word")
    fi
  done
  _claudestep_ask "$1" "${words[@]}"
}

# Called by git's own completion, which sets words and cword.
_git_claudestep() {
  local i
  for ((i = 1; i < cword; i++)); do
    [[ ${words[i]} == claudestep ]] && break
  done
  _claudestep_ask claudestep "${words[@]:i + 1:cword - i}"
}

complete -F _claudestep claudestep git-claudestep
)sh";

constexpr std::string_view kZsh = R"sh(#compdef claudestep git-claudestep
# Completion of claudestep for zsh; made by 'claudestep completion zsh'.

_claudestep() {
  local -a names options
  local line paths tab=$'\t'
  while IFS= read -r line; do
    case $line in
      :files) paths=files ;;
      :folders) paths=folders ;;
      -*) options+=("${${line%%$tab*}//:/\\:}:${line#*$tab}") ;;
      *) names+=("${${line%%$tab*}//:/\\:}:${line#*$tab}") ;;
    esac
  done < <("${(Q)words[1]}" complete -- "${(@Q)words[2,CURRENT]}" 2>/dev/null)
  (( $#names )) && _describe 'name' names
  (( $#options )) && _describe -o 'option' options
  [[ $paths == files ]] && _files
  [[ $paths == folders ]] && _files -/
}

# Found in fpath the file is the function; read by 'source' it defines it.
if [[ $funcstack[1] == _claudestep ]]; then
  _claudestep "$@"
else
  compdef _claudestep claudestep git-claudestep
fi
)sh";

constexpr std::string_view kFish =
    R"sh(# Completion of claudestep for fish; made by 'claudestep completion fish'.

function __claudestep_complete
    set -l words (commandline -opc) (commandline -ct)
    set -l program $words[1]
    set -e words[1]
    for line in (command $program complete -- $words 2>/dev/null)
        switch $line
            case ':files'
                __fish_complete_path (commandline -ct)
            case ':folders'
                __fish_complete_directories (commandline -ct)
            case '*'
                printf '%s\n' $line
        end
    end
end

complete -c claudestep -f -a '(__claudestep_complete)'
complete -c git-claudestep -f -a '(__claudestep_complete)'
)sh";

}  // namespace

std::string_view completion_script(std::string_view shell) {
  if (shell == "bash") return kBash;
  if (shell == "zsh") return kZsh;
  CS_CHECK(shell == "fish");
  return kFish;
}

}  // namespace claudestep::cli
