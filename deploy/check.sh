#!/usr/bin/env bash
# Shows what is in this folder to the programs that will read it, as far as this machine has them.
set -euo pipefail
cd "$(dirname "${BASH_SOURCE[0]}")"
. ../scripts/tools.sh

# Is the program $1 here, which `$1 $2...` would start? Says so if not.
have() {
  "$@" >/dev/null 2>&1 || { say "no '$*' here: what deploy/ has for it is not checked" && return 1; }
}

if have haproxy -v; then haproxy -c -f haproxy.cfg -f compose/nodes.cfg; fi
if have docker compose version; then DATABASE_PASSWORD=secret docker compose -f compose/compose.yaml config --quiet; fi
if have helm version; then
  needed=(--set 'database.address=postgres://u:p@db/matinee,ingress.host=watch.example.org')
  helm lint --quiet chart "${needed[@]}"
  for roles in all split; do
    helm template matinee chart --kube-version 1.31.0 "${needed[@]}" --set "roles=$roles" >/dev/null
  done
fi
