# What the shell tests share. Sourced with the scratch folder's variable `scratch` set by begin.
# shellcheck shell=sh

failures=0

begin() {
  scratch=$(mktemp -d)
  trap 'rm -rf "$scratch"' EXIT
}

complain() {
  printf 'FAILED: %s\n' "$1" >&2
  failures=$((failures + 1))
}

# same WHAT EXPECTED ACTUAL
same() {
  [ "$2" = "$3" ] || complain "$1
  expected: $2
  actual:   $3"
}

# has WHAT PART TEXT
has() {
  case $3 in
    *"$2"*) ;;
    *) complain "$1
  expected to contain: $2
  actual:              $3" ;;
  esac
}

finish() {
  [ "$failures" -eq 0 ] || exit 1
  exit 0
}
