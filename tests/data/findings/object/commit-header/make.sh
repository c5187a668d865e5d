# shellcheck shell=sh disable=SC2154 # SAMPLE and BRANCH are given
set -eu
broken=$(git cat-file commit "$BRANCH" | sed 's/^author .*/author /' |
  git hash-object -t commit -w --stdin --literally)
git update-ref "$BRANCH" "$broken"
