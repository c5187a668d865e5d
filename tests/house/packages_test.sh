#!/bin/sh
# scripts/packages against stand-ins for dpkg-query, apt-get, id and sudo: what it installs, when it
# fetches the lists, and that it is silent when there is nothing to do.
set -eu
root=$(cd "$(dirname "$0")/../.." && pwd)
. "$root/tests/house/assert.sh"
begin

bin=$scratch/bin
mkdir "$bin"
for tool in sh env mktemp rm cat dirname; do ln -s "$(command -v "$tool")" "$bin/$tool"; done
stand_in() {
  cat >"$bin/$1"
  chmod +x "$bin/$1"
}
stand_in dpkg-query <<'END'
#!/bin/sh
cat "$STATE/present"
END
# Fails until `update` was called as often as the file says.
stand_in apt-get <<'END'
#!/bin/sh
verb=
packages=
for word; do
  case $word in
    -* | *::*) ;;
    install | update) verb=$word ;;
    *) packages="$packages $word" ;;
  esac
done
echo "$verb$packages [$DEBIAN_FRONTEND]" >>"$STATE/calls"
[ "$verb" = install ] || { echo x >>"$STATE/updates"; exit 0; }
echo "apt says why"
[ "$(grep -c x "$STATE/updates" 2>/dev/null || :)" -ge "$(cat "$STATE/needed_updates")" ]
END
ln -s "$(command -v grep)" "$bin/grep"
stand_in id <<'END'
#!/bin/sh
cat "$STATE/uid"
END
stand_in sleep <<'END'
#!/bin/sh
END

# run PRESENT UID NEEDED_UPDATES: sets code, out and calls.
run() {
  rm -rf "$scratch/state"
  mkdir "$scratch/state"
  printf '%s' "$1" >"$scratch/state/present"
  echo "$2" >"$scratch/state/uid"
  echo "$3" >"$scratch/state/needed_updates"
  : >"$scratch/state/calls"
  : >"$scratch/state/updates"
  code=0
  out=$(cd / && env -i PATH="$bin" STATE="$scratch/state" "$root/scripts/packages" build 2>&1) || code=$?
  calls=$(cat "$scratch/state/calls")
}

all=
for package in $("$root/scripts/packages" build --list); do all="$all$package=installed "; done
almost=$(printf '%s' "$all" | sed 's/libgit2-dev=installed/libgit2-dev=config-files/')

run "$all" 1000 0
same 'all there: exit code' 0 "$code"
same 'all there: output' '' "$out"
same 'all there: calls' '' "$calls"

run "$almost" 0 0
same 'one missing: exit code' 0 "$code"
same 'one missing: output' 'installing: libgit2-dev' "$out"
same 'one missing: the lists at hand are used' 'install libgit2-dev [noninteractive]' "$calls"

run "$almost" 0 1
same 'stale lists: exit code' 0 "$code"
same 'stale lists: calls' 'install libgit2-dev [noninteractive]
update [noninteractive]
install libgit2-dev [noninteractive]' "$calls"

run "$almost" 0 99
same 'never works: exit code' 1 "$code"
has 'never works: says what apt said' 'apt says why' "$out"
has 'never works: says what' 'packages: could not install: libgit2-dev' "$out"

run "$almost" 1000 0
same 'no sudo: exit code' 1 "$code"
same 'no sudo: says what to do' \
  'packages: neither root nor sudo here; please install: libgit2-dev' "$out"
same 'no sudo: calls' '' "$calls"

stand_in sudo <<'END'
#!/bin/sh
echo sudo >>"$STATE/calls"
exec "$@"
END
run "$almost" 1000 0
same 'sudo: calls' 'sudo
install libgit2-dev [noninteractive]' "$calls"

rm "$bin/dpkg-query"
run "$almost" 0 0
same 'another distribution: exit code' 0 "$code"
same 'another distribution: calls' '' "$calls"

code=0
out=$("$root/scripts/packages" wrong 2>&1) || code=$?
same 'unknown purpose: exit code' 1 "$code"
has 'unknown purpose: usage' 'usage: scripts/packages build|test|' "$out"

finish
