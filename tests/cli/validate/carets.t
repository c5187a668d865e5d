# Carets stand under the place in 80 columns, whatever the line holds: tabs, wide and combining
# characters, control characters, a length beyond the terminal.
$ export COLUMNS=80 LC_ALL=C.UTF-8
$ printf 'version: "1.0"\napi:\n  name: 名前 e\314\201\n  endpoints: [{endpoint: "/\346\227\245\346\234\254/e\314\201", method: "get", request: null, responses: ""}]\n' >wide.yaml
$ claudestep validate wide.yaml
wide.yaml:4:44: error: `method` is `get`; expected one of GET, POST, PUT, PATCH, DELETE [schema/enum]
    4 | ...endpoints: [{endpoint: "/日本/é", method: "get", request: null, re...
      |                                              ^
  hint: did you mean `GET`?
1 file checked: 1 error
[1]
$ printf '{\n\t"phase_data": {\t"tasks":\t{"tasks": 7}}\n}\n' >tabs.json
$ claudestep validate tabs.json
tabs.json:2:37: error: `tasks` is the number `7`; expected an array [schema/type]
    2 |     "phase_data": { "tasks":    {"tasks": 7}}
      |                                           ^
  hint: write the value that was meant by hand
1 file checked: 1 error
[1]
$ printf 'version: "1.0"\napi: {name: "\\e[31m::error::", endpoints: {"\\u202e": 1}}\n' >hostile.yaml
$ claudestep validate hostile.yaml
hostile.yaml:2:43: error: `endpoints` is an object; expected an array [schema/type]
    2 | api: {name: "\e[31m::error::", endpoints: {"\u202e": 1}}
      |                                           ^
  hint: write the value that was meant by hand
1 file checked: 1 error
[1]
$ python3 -c 'print("version: \"1.0\"\napi: {name: a, endpoints: [" + ", ".join("{endpoint: /e%d, method: GET, request: null, responses: {}}" % i for i in range(9)) + ", {endpoint: /e9, method: gte, request: null, responses: {}}, " + ", ".join("{endpoint: /f%d, method: GET, request: null, responses: {}}" % i for i in range(9)) + "]}")' >long.yaml
$ claudestep validate long.yaml
long.yaml:2:592: error: `method` is `gte`; expected one of GET, POST, PUT, PATCH, DELETE [schema/enum]
    2 | ..., responses: {}}, {endpoint: /e9, method: gte, request: null, resp...
      |                                              ^
  hint: did you mean `GET`?
1 file checked: 1 error
[1]
$ COLUMNS=50 claudestep validate long.yaml
long.yaml:2:592: error: `method` is `gte`; expected one of GET, POST, PUT, PATCH, DELETE [schema/enum]
    2 | ...: /e9, method: gte, request: null, r...
      |                   ^
  hint: did you mean `GET`?
1 file checked: 1 error
[1]
$ LC_ALL=C claudestep validate long.yaml
long.yaml:2:592: error: `method` is `gte`; expected one of GET, POST, PUT, PATCH, DELETE [schema/enum]
    2 | ..., responses: {}}, {endpoint: /e9, method: gte, request: null, resp...
      |                                              ^
  hint: did you mean `GET`?
1 file checked: 1 error
[1]
$ claudestep validate long.yaml --color always | head -n 3 | cat -v
^[[1mlong.yaml:2:592^[[0m: ^[[33merror^[[0m: `method` is `gte`; expected one of GET, POST, PUT, PATCH, DELETE ^[[2m[schema/enum]^[[0m
^[[2m    2 |^[[0m ..., responses: {}}, {endpoint: /e9, method: gte, request: null, resp...
^[[2m      |^[[0m                                              ^[[33m^^[[0m
