# Commits of one second, or after a clock went back: what a project was named before is known in time all the same.
$ git init -q --bare repo.git && cd repo.git && export CLAUDESTEP_NOW=2026-01-01T00:00:00Z
$ claudestep project create r -q && git branch b claudestep-metadata && claudestep task add r --description One -q && claudestep project rename r p -q
$ claudestep --ref b project delete r -q && claudestep task add p --description Two -q && claudestep merge b -q
$ claudestep log p --oneline
7c57849 p: task 2: added 'Two'
30deaa2 p: renamed from r
80f0d9b r: task 1: added 'One'
0737de4 r: created
$ export CLAUDESTEP_NOW=2025-06-01T00:00:00Z && claudestep task add p --description Three -q && claudestep project rename p q -q
$ claudestep log q --oneline && claudestep log q --oneline -n 2
8dc0f9d q: renamed from p
e5fce71 p: task 3: added 'Three'
7c57849 p: task 2: added 'Two'
30deaa2 p: renamed from r
80f0d9b r: task 1: added 'One'
0737de4 r: created
8dc0f9d q: renamed from p
e5fce71 p: task 3: added 'Three'
