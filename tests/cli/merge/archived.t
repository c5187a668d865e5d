# A project that one side put away and that stays in projects/, since the other side has it too and nothing says who changed
# what: that is said, and whoever meant it can do it again.
--- file where.sh
git ls-tree -r --name-only ${1:-claudestep-metadata} projects/ archive/
--- end
$ git init -q --bare repo.git && cd repo.git && claudestep -q project create docs && git branch other claudestep-metadata
$ claudestep -q project create auth && claudestep -q project archive auth
$ claudestep -q --ref other project create auth
$ claudestep merge other && sh ../where.sh
[171e9e4] merge 'other' into 'claudestep-metadata'
  auth: created_at: kept '2026-01-01T00:01:00Z', gave up '2026-01-01T00:02:00Z'
  auth: archive: kept 'projects', gave up 'archived'
projects/auth.json
projects/docs.json
$ claudestep log --receipts | tail -n +2
  auth: created_at: kept '2026-01-01T00:01:00Z', gave up '2026-01-01T00:02:00Z'
  auth: archive: kept 'projects', gave up 'archived'
$ claudestep -q project archive auth && claudestep --ref other -q merge claudestep-metadata && sh ../where.sh other
archive/auth.json
projects/docs.json
# Where a third deleted it, and both kept it.
$ git branch third other && git branch -f other claudestep-metadata && claudestep -q --ref third project delete docs
$ claudestep -q task add docs --description One && claudestep -q --ref other task add docs --description Two
$ claudestep merge third && claudestep -q --ref other merge third
[986667a] merge 'third' into 'claudestep-metadata'
  docs: deletion: kept 'the project', gave up 'deleted'
$ claudestep -q project archive docs && claudestep merge other && sh ../where.sh
[dace35b] merge 'other' into 'claudestep-metadata'
  docs: archive: kept 'projects', gave up 'archived'
archive/auth.json
projects/docs.json
# Both put it away: there is nothing to say.
$ git branch -f other claudestep-metadata && claudestep -q project create web && claudestep -q project archive web
$ claudestep -q --ref other project create web && claudestep -q --ref other project archive web
$ claudestep merge other && sh ../where.sh
[cfac60f] merge 'other' into 'claudestep-metadata'
  web: created_at: kept '2026-01-01T00:10:00Z', gave up '2026-01-01T00:11:00Z'
archive/auth.json
archive/web.json
projects/docs.json
