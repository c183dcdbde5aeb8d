# shellcheck shell=bash
# Sends a server what chance makes of protocol/openapi.yaml and holds its answers against it. To be sourced, after build.sh, in the root.

fuzz_python=fuzz/target/venv/bin/python

# The tests ask the same every time, so that no change is refused for what another has done; `./dev fuzz` asks something else each time.
held_seed=20261121

# Schemathesis, in a folder of its own; fails where it cannot be installed.
use_schemathesis() {
  stale "$fuzz_python" fuzz/requirements.txt || return 0
  command -v python3 >/dev/null || return
  say 'installing schemathesis'
  rm -rf fuzz/target/venv
  python3 -m venv fuzz/target/venv &&
    "$fuzz_python" -m pip install --quiet --disable-pip-version-check -r fuzz/requirements.txt &&
    touch "$fuzz_python"
}

# Letters are kept for a mail server that is never there. Arguments are those of `schemathesis run`.
fuzz() {
  local folder server url status=0
  mkdir -p fuzz/target
  if ! use_schemathesis 2>fuzz/target/failed; then
    say "answers are not held against openapi.yaml by chance, for schemathesis cannot be installed (needs python3-venv and PyPI): $(tail -1 fuzz/target/failed)"
    return
  fi
  if server_stale; then build_server; fi
  folder=$(mktemp -d)
  (exec_server serve --bind=127.0.0.1 --port=0 --sync-port=0 --data="$folder/data" --trusted-proxy=127.0.0.1 \
    --public-url=http://fuzz.example --mail=smtp://127.0.0.1:1 --mail-from=matinee@fuzz.example) >"$folder/said" 2>&1 &
  server=$!
  until grep -q 'http://' "$folder/said" || ! kill -0 "$server" 2>/dev/null; do sleep 0.1; done
  url=$(grep -o -m1 'http://[^ ]*' "$folder/said")
  (
    export MATINEE_URL=$url PYTHONPATH=$PWD/fuzz PYTHONDONTWRITEBYTECODE=1 SCHEMATHESIS_HOOKS=callers
    cd fuzz/target # where it keeps notes
    venv/bin/python -m schemathesis.cli --config-file ../schemathesis.toml run ../../protocol/openapi.yaml --url "$url" "$@"
  ) || status=$?
  kill -TERM "$server"
  wait "$server" || true
  rm -rf "$folder"
  return "$status"
}
