# The same words at another indentation are another change.
$ git init -q -b main repo && cd repo && printf 'if x:\n    a\n' >f.py && git add f.py && git commit -q -m begin && claudestep project create auth -q && claudestep task add auth --description one -q && claudestep pr open auth --task 1 --pr 1 --branch b -q
$ git checkout -q -b b && printf '    c\n' >>f.py && git commit -q -a -m work && git checkout -q main && echo c >>f.py && git commit -q -a -m other
$ claudestep reconcile
nothing to do: the records are as 'main' has them
