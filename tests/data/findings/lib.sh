# What the make.sh of the samples share. They run in a bare repository; $BRANCH is the full name of the
# metadata branch, $SAMPLE the folder of the sample.

# branch TREE: a commit of TREE on top of the branch.
branch() {
  set -- "$1" "$(git rev-parse -q --verify "$BRANCH" || true)"
  git update-ref "$BRANCH" "$(git commit-tree ${2:+-p "$2"} -m 'by hand' "$1")"
}

# projects 'MODE TYPE ID' NAME: a tree whose folder projects/ has that one entry.
projects() {
  set -- "$(printf '%s\t%s\n' "$1" "$2" | git mktree --missing)"
  printf '040000 tree %s\tprojects\n' "$1" | git mktree
}

# loose ID: the file of a loose object.
loose() {
  printf 'objects/%s/%s\n' "$(printf %s "$1" | cut -c1-2)" "$(printf %s "$1" | cut -c3-)"
}

# commit FILE SUBJECT OPERATIONS [COUNT]: the branch with FILE as projects/auth.json, as claudestep
# would commit it, an operation a line; without any as somebody else would.
commit() {
  message="$2
"
  [ -z "$3" ] || message="$message
$(printf '%s\n' "$3" | sed 's/^/Claudestep-Op: /')
"
  [ -z "${4-}" ] || message="${message}Claudestep-Ops: $4
"
  blob=$(git hash-object -w "$1")
  parent=$(git rev-parse -q --verify "$BRANCH" || true)
  tree=$(projects "100644 blob $blob" auth.json)
  git update-ref "$BRANCH" "$(printf '%s' "$message" | git commit-tree ${parent:+-p "$parent"} "$tree")"
}
