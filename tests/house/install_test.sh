#!/bin/sh
# Installs into a scratch prefix and runs from there, as git would.
#
#   install_test.sh CMAKE BUILD_DIR
set -eu
cmake=$1
build=$2
root=$(cd "$(dirname "$0")/../.." && pwd)
. "$root/tests/house/assert.sh"
begin
prefix=$scratch/usr

"$cmake" --install "$build" --prefix "$prefix" >"$scratch/log" 2>&1 || {
  cat "$scratch/log" >&2
  exit 1
}

same 'the git link is relative' claudestep "$(readlink "$prefix/bin/git-claudestep")"
version=$(env -i PATH="$prefix/bin" claudestep --version)
has 'the version' claudestep "$version"
same 'git finds the tool' "$version" \
  "$(env -i PATH="$prefix/bin:$PATH" HOME="$scratch" git claudestep --version)"

# present FILE PART: it was installed and contains this.
present() {
  if [ -s "$prefix/$1" ]; then
    has "$1" "$2" "$(cat "$prefix/$1")"
  else
    complain "$1 is not installed"
  fi
}
present share/bash-completion/completions/claudestep complete
present share/zsh/site-functions/_claudestep '#compdef'
present share/fish/vendor_completions.d/claudestep.fish 'complete -c claudestep'
present share/doc/claudestep/README.md scripts/try
present share/doc/claudestep/docs/guide.md 'claudestep init'
present share/doc/claudestep/LICENSE 'MIT License'
present share/man/man1/claudestep.1 '.SH COMMANDS'
present share/man/man1/claudestep-pr-open.1 '.SH EXIT STATUS'
present share/man/man1/git-claudestep.1 '.SH COMMANDS'
present share/man/man7/claudestep-guide.7 '.SH Begin'
for folder in hooks schemas; do
  [ -d "$root/$folder" ] || continue
  for file in "$root/$folder"/*; do
    cmp -s "$file" "$prefix/share/claudestep/$folder/${file##*/}" ||
      complain "$folder/${file##*/} is not installed as it is"
  done
done

# A packager's DESTDIR: nothing lands outside of it.
DESTDIR=$scratch/dest "$cmake" --install "$build" --prefix /opt/claudestep >"$scratch/log" 2>&1
[ -x "$scratch/dest/opt/claudestep/bin/claudestep" ] || complain 'DESTDIR is not honoured'
[ -L "$scratch/dest/opt/claudestep/bin/git-claudestep" ] ||
  complain 'DESTDIR is not honoured for the git link'
[ ! -e /opt/claudestep ] || complain 'DESTDIR: something landed in /opt'

finish
