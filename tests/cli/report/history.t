# The burn-up of the page comes from the branch's own history, each file as it was then.
$ git init -q --bare repo.git && cd repo.git
$ claudestep project create auth -q && claudestep task add auth --description One -q
$ claudestep task add auth --description Two -q && claudestep task check auth 1 -q
$ claudestep project create gone -q && claudestep task add gone --description Three -q
$ claudestep project delete gone -q
$ claudestep report --format html | sed -n '/Planned/,/tbody/s/<[^>]*>/ /gp' | tr -s ' '
% At Planned Completed\x20
% 2026-01-01T00:01:00Z 0 0\x20
% 2026-01-01T00:01:00Z 0 0\x20
% 2026-01-01T00:01:00Z 1 0\x20
% 2026-01-01T00:02:00Z 2 0\x20
% 2026-01-01T00:02:00Z 2 1\x20
% 2026-01-01T00:03:00Z 2 1\x20
% 2026-01-01T00:03:00Z 3 1\x20
% 2026-01-01T00:04:00Z 2 1\x20
%\x20
$ claudestep report --format html --project auth | sed -n '/Planned/,/tbody/s/<[^>]*>/ /gp' | tr -s ' '
% At Planned Completed\x20
% 2026-01-01T00:01:00Z 0 0\x20
% 2026-01-01T00:01:00Z 0 0\x20
% 2026-01-01T00:01:00Z 1 0\x20
% 2026-01-01T00:02:00Z 2 0\x20
% 2026-01-01T00:02:00Z 2 1\x20
% 2026-01-01T00:03:00Z 2 1\x20
% 2026-01-01T00:03:00Z 2 1\x20
% 2026-01-01T00:04:00Z 2 1\x20
%\x20
# Of a shallow clone, what is there.
$ cd .. && git clone -q --bare --depth 2 --no-single-branch file://$PWD/repo.git shallow.git && cd shallow.git
$ claudestep report --format html | sed -n '/Planned/,/tbody/s/<[^>]*>/ /gp' | tr -s ' '
% At Planned Completed\x20
% 2026-01-01T00:03:00Z 3 1\x20
% 2026-01-01T00:04:00Z 2 1\x20
%\x20
