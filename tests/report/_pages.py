"""A branch whose texts do their worst, and the page that `report --format html` makes of it."""

import json

import harness

NOW = "2026-02-01T12:00:00Z"
HOSTILE = [
    "</script><script>window.ran = 1</script>",
    "<!-- <script> -->",
    "<img src=x onerror='window.ran = 2'>",
    "\"><svg onload=window.ran=3>",
    "&lt;b&gt; &amp; {{details}} {{style}} ]]>",
    "]}</SCRIPT\t><iframe srcdoc='<script>parent.ran=4</script>'>",
    "javascript:window.ran=5 http://example.com/ `code` ${window.ran=6}",
    "wide 任务 e\u0301 👩‍👩‍👧 right-to-left \u202e gnp.exe",
    "\u2028line\u2029separators\u0000\u001b[31m",
]
NAMES = ["hasOwnProperty", "constructor", "toString", "auth", "billing"]


def day(number):
    return f"2026-01-{number:02}T00:00:00Z"


def operations(at, name):
    yield {"op": "create-project", "project": name}
    for task in range(1, len(HOSTILE) + 1):
        number = 100 * at + task
        of_task = {"project": name, "pr": number}
        yield {"op": "add-task", "project": name, "description": f"TEXT{task - 1}-END ({at})"}
        yield {"op": "open-pr", **of_task, "task": task, "branch": f"b{number}",
               "reviewer": f"TEXT{(task + at) % len(HOSTILE)}-END",
               "title": f"TEXT{task - 1}-END {number}", "created_at": day(task + at + 1)}
        yield {"op": "add-ai-operations", **of_task, "operations": [
            {"type": "PRCreation", "model": f"TEXT{task % 3}-END", "cost_usd": 0.25 * task,
             "workflow_run_id": number, "created_at": day(task + at + 1)}]}
        if task % 2 and at != 1:
            yield {"op": "set-pr-state", **of_task, "state": "merged", "at": day(30)}


def repository(ground):
    """Written by the tool, then with the texts put in place by git: no command would take them."""
    repo = ground.bare("repo")
    lines = [json.dumps(one) + "\n" for at, name in enumerate(NAMES) for one in operations(at, name)]
    repo.write("apply", "-", stdin="".join(lines), variables={"CLAUDESTEP_NOW": NOW})
    files = ""
    for name in NAMES:
        document = repo.git("show", f"{harness.REF}:projects/{name}.json")
        for place, text in enumerate(HOSTILE):
            document = document.replace(f"TEXT{place}-END", json.dumps(text)[1:-1])
        blob = repo.git("hash-object", "-w", "--stdin", stdin=document)
        files += f"100644 blob {blob}\t{name}.json\n"
    root = repo.git("mktree", stdin=f"040000 tree {repo.git('mktree', stdin=files)}\tprojects\n")
    tip = repo.git("commit-tree", "-p", harness.REF, "-m", "texts", root,
                   variables={"GIT_COMMITTER_DATE": day(31), "GIT_AUTHOR_DATE": day(31)})
    repo.git("update-ref", harness.REF, tip)
    return repo


def page(ground, repo, *options):
    """The path of the page, made by a run that says nothing."""
    path = ground.work / "report.html"
    ran = repo.cs("report", "--format", "html", "-o", str(path), *options,
                  variables={"CLAUDESTEP_NOW": NOW})
    harness.expect_equal((ran.code, ran.out, ran.err), (0, "", ""), str(ran))
    return path
