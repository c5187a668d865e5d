# A ref that names a tag or a tree: an error, and the ref stays as it is.
$ git init -q --bare repo.git && cd repo.git && claudestep init >out
$ git tag -a -m tag v1 claudestep-metadata && git rev-parse v1 >refs/heads/tagged
$ git rev-parse 'claudestep-metadata^{tree}' >refs/heads/bare-tree
$ for ref in tagged bare-tree; do
>   cp refs/heads/$ref before
>   claudestep --ref $ref stats >out 2>err; echo "stats $ref $?"
>   claudestep --ref $ref project create auth >out 2>err; echo "create $ref $?"
>   cmp before refs/heads/$ref
> done
stats tagged 5
create tagged 5
stats bare-tree 5
create bare-tree 5
