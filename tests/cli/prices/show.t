# What is built in, and what is put in its place: by a file, by single settings, by an option.
--- file mine.json
{"as_of": "2026-01-01", "models": [
 {"model": "mine", "input": 1, "output": 2.50, "cache_read": 0.000000001, "cache_write": 0},
 {"model": "claude-opus-4-5", "input": 4, "output": 20, "cache_read": 0.40, "cache_write": 5}]}
--- end
--- file once.json
{"models": [{"model": "claude-opus-4-5", "input": 1, "output": 1, "cache_read": 1, "cache_write": 1}]}
--- end
$ claudestep prices
dollars for a million tokens
\
  MODEL               INPUT  OUTPUT  CACHE READ  CACHE WRITE  FROM
  claude-3-5-haiku    $0.80   $4.00       $0.08        $1.00  built-in
  claude-3-5-sonnet   $3.00  $15.00       $0.30        $3.75  built-in
  claude-3-7-sonnet   $3.00  $15.00       $0.30        $3.75  built-in
  claude-3-haiku      $0.25   $1.25       $0.03        $0.30  built-in
  claude-3-opus      $15.00  $75.00       $1.50       $18.75  built-in
  claude-3-sonnet     $3.00  $15.00       $0.30        $3.75  built-in
  claude-haiku-4-5    $1.00   $5.00       $0.10        $1.25  built-in
  claude-opus-4      $15.00  $75.00       $1.50       $18.75  built-in
  claude-opus-4-0    $15.00  $75.00       $1.50       $18.75  built-in
  claude-opus-4-1    $15.00  $75.00       $1.50       $18.75  built-in
  claude-opus-4-5     $5.00  $25.00       $0.50        $6.25  built-in
  claude-sonnet-4     $3.00  $15.00       $0.30        $3.75  built-in
  claude-sonnet-4-0   $3.00  $15.00       $0.30        $3.75  built-in
  claude-sonnet-4-5   $3.00  $15.00       $0.30        $3.75  built-in
\
the built-in ones are list prices of 2025-12-01; `claudestep help prices` says how to put yours in their place
$ claudestep prices --json | head -n 16
{
  "kind": "prices",
  "version": 1,
  "as_of": "2025-12-01",
  "currency": "USD",
  "per_tokens": 1000000,
  "models": [
    {
      "model": "claude-3-5-haiku",
      "input": 0.8,
      "output": 4,
      "cache_read": 0.08,
      "cache_write": 1,
      "as_of": "2025-12-01",
      "origin": "built-in"
    },
$ claudestep prices --prices mine.json | grep -e file
  claude-opus-4-5     $4.00  $20.00         $0.40        $5.00  file
  mine                $1.00   $2.50  $0.000000001        $0.00  file
$ claudestep prices claude-opus-4-5-20251101 claude-3-haiku
dollars for a million tokens
\
  MODEL            INPUT  OUTPUT  CACHE READ  CACHE WRITE  AS OF       FROM
  claude-3-haiku   $0.25   $1.25       $0.03        $0.30  2025-12-01  built-in
  claude-opus-4-5  $5.00  $25.00       $0.50        $6.25  2025-12-01  built-in
\
the built-in ones are list prices of 2025-12-01; `claudestep help prices` says how to put yours in their place
$ git init -q repo && cp mine.json repo/ && mkdir -p repo/deep/er && cd repo/deep/er
$ git config claudestep.prices mine.json
$ git config claudestep.claude-opus-4-5.price '3 15 0.3 3.75'
$ git config 'claudestep.Vendor/Model v1.2 [1m].price' '10 20 1 2'
$ claudestep prices | grep -e file -e config
  Vendor/Model v1.2 [1m]  $10.00  $20.00         $1.00        $2.00  config
  claude-opus-4-5          $3.00  $15.00         $0.30        $3.75  config
  mine                     $1.00   $2.50  $0.000000001        $0.00  file
$ claudestep prices --prices ../../../once.json | grep -e file -e config
  Vendor/Model v1.2 [1m]  $10.00  $20.00         $1.00        $2.00  config
  claude-opus-4-5          $1.00   $1.00         $1.00        $1.00  file
  mine                     $1.00   $2.50  $0.000000001        $0.00  file
$ claudestep prices --json >all.json && claudestep prices --prices all.json --json | sed 's/"origin": .*/"origin": "X"/' >again && sed 's/"origin": .*/"origin": "X"/' all.json | cmp - again
$ git -c claudestep.claude-opus-4-5.price='7 7 7 7' claudestep prices | grep opus-4-5
  claude-opus-4-5          $7.00   $7.00         $7.00        $7.00  config
