#!/bin/sh
# The way to install that docs/guide.md shows, run from the page: builds the release, makes the
# packages and unpacks the .deb as apt would; then the packages of that build are tested.
#
#   release_test.sh CPACK
set -eu
cpack=$1
root=$(cd "$(dirname "$0")/../.." && pwd)
. "$root/tests/house/assert.sh"
begin

# Stand-ins for what would change this machine.
mkdir "$scratch/bin"
cat >"$scratch/bin/sudo" <<'END'
#!/bin/sh
exec "$@"
END
cat >"$scratch/bin/apt" <<'END'
#!/bin/sh
[ "$1" = install ] && exec dpkg-deb --extract "$2" "$SCRATCH/root"
END
chmod +x "$scratch/bin/sudo" "$scratch/bin/apt"

# shellcheck disable=SC2016 # fences, not commands
sed -n '/^```sh$/,/^```$/p' "$root/docs/guide.md" | sed '/^```/d' >"$scratch/install"
has 'the page shows how to install' 'apt install' "$(cat "$scratch/install")"
(cd "$root" && SCRATCH=$scratch PATH=$scratch/bin:$PATH sh -eu "$scratch/install") \
  >"$scratch/log" 2>&1 || {
  cat "$scratch/log" >&2
  exit 1
}
has 'what was installed runs' 'claudestep ' "$("$scratch/root/usr/bin/claudestep" --version)"
[ "$failures" -eq 0 ] || finish
"$root/tests/house/package_test.sh" "$cpack" "$root/build/release"
