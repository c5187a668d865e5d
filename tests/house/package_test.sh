#!/bin/sh
# The packages of a build: lintian finds no error in the .deb, it says which libraries it needs, and
# what it installs runs; the tarball runs where it is unpacked.
#
#   package_test.sh CPACK BUILD_DIR
set -eu
cpack=$1
build=$2
root=$(cd "$(dirname "$0")/../.." && pwd)
. "$root/tests/house/assert.sh"
begin
dpkg_path=$PATH:/usr/sbin:/sbin  # dpkg refuses to install without ldconfig
for tool in lintian dpkg-deb dpkg-shlibdeps; do
  command -v "$tool" >/dev/null 2>&1 && continue
  echo "skipped: $tool is missing; scripts/packages test installs it" >&2
  exit 77
done

"$cpack" --config "$build/CPackConfig.cmake" -B "$scratch/packages" >"$scratch/log" 2>&1 || {
  cat "$scratch/log" >&2
  exit 1
}
version=$("$build/claudestep" --version)
number=${version#claudestep }
number=${number%% *}
architecture=$(dpkg --print-architecture)
deb=$scratch/packages/claudestep_${number}_$architecture.deb
tarball=$(find "$scratch/packages" -maxdepth 1 -name '*.tar.gz')
[ -f "$deb" ] || complain "no $deb was made"
[ -f "$tarball" ] || complain 'no tarball was made'

# runs BIN: the program in that folder, and through git, in a repository of its own.
runs() {
  same "$1: the version" "$version" "$(env -i PATH="$1" claudestep --version)"
  rm -rf "$scratch/repo"
  (
    HOME=$scratch GIT_CONFIG_NOSYSTEM=1 PATH=$1:$PATH
    GIT_AUTHOR_NAME=a GIT_AUTHOR_EMAIL=a@b GIT_COMMITTER_NAME=a GIT_COMMITTER_EMAIL=a@b
    export HOME GIT_CONFIG_NOSYSTEM PATH
    export GIT_AUTHOR_NAME GIT_AUTHOR_EMAIL GIT_COMMITTER_NAME GIT_COMMITTER_EMAIL
    git init -q "$scratch/repo"
    cd "$scratch/repo"
    claudestep project create auth
    git claudestep task add auth --description 'Add login'
    claudestep next auth
  ) >"$scratch/said" 2>&1 || complain "$1: it does not run: $(cat "$scratch/said")"
  has "$1: it works" 'next in auth: task 1' "$(cat "$scratch/said")"
}

# --- The .deb.
same 'lintian finds no error' '' "$(lintian --allow-root --tag-display-limit 0 "$deb" | grep '^E:' || :)"
depends=$(dpkg-deb --field "$deb" Depends)
has 'it needs git' git "$depends"
has 'it needs the C++ library, as dpkg-shlibdeps says' 'libstdc++6 (>=' "$depends"
has 'and the others that it is linked with' libfmt "$depends"
# dpkg installs it for real, below a folder, by the database of what this machine has: it refuses
# where a package that it depends on is missing or too old.
mkdir -p "$scratch/deb/var/lib/dpkg/info" "$scratch/deb/var/lib/dpkg/updates"
touch "$scratch/deb/var/lib/dpkg/available"
cp "${DPKG_ADMINDIR:-/var/lib/dpkg}/status" "$scratch/deb/var/lib/dpkg/"
install_into() {
  env PATH="$dpkg_path" dpkg --root="$scratch/deb" --log=/dev/null --force-not-root --force-unsafe-io \
    --no-triggers --install "$1" >"$scratch/said" 2>&1
}
install_into "$deb" || complain "dpkg does not install it: $(cat "$scratch/said")"
same 'dpkg says that it is installed' 'install ok installed' \
  "$(dpkg-query --admindir="$scratch/deb/var/lib/dpkg" --show --showformat '${Status}' claudestep)"
for file in bin/claudestep share/man/man1/claudestep.1.gz share/man/man1/claudestep-pr-open.1.gz \
  share/man/man1/git-claudestep.1.gz share/man/man7/claudestep-guide.7.gz share/doc/claudestep/changelog.gz \
  share/doc/claudestep/copyright share/doc/claudestep/docs/guide.md \
  share/bash-completion/completions/claudestep share/zsh/site-functions/_claudestep \
  share/fish/vendor_completions.d/claudestep.fish; do
  [ -s "$scratch/deb/usr/$file" ] || complain "the .deb lacks $file"
done
same 'the .deb has the git link' claudestep "$(readlink "$scratch/deb/usr/bin/git-claudestep")"
same 'every page is compressed' '' "$(find "$scratch/deb/usr/share/man" -type f ! -name '*.gz')"
gzip -dc "$scratch/deb/usr/share/doc/claudestep/changelog.gz" | cmp -s - "$root/packaging/changelog" ||
  complain 'the changelog is another'
runs "$scratch/deb/usr/bin"

# --- The tarball.
mkdir "$scratch/tar"
tar -xzf "$tarball" -C "$scratch/tar"
same 'the tarball holds one folder' 1 "$(find "$scratch/tar" -mindepth 1 -maxdepth 1 | wc -l)"
top=$(find "$scratch/tar" -mindepth 1 -maxdepth 1)
same 'it is named like the tarball' "$(basename "$tarball" .tar.gz)" "$(basename "$top")"
for file in share/man/man1/claudestep.1 share/doc/claudestep/LICENSE; do
  [ -s "$top/$file" ] || complain "the tarball lacks $file"
done
runs "$top/bin"

finish
