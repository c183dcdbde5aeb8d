# shellcheck shell=bash
# Builds what is missing or older than its sources, and starts the server. To be sourced, after tools.sh, in the root.

server_jar=server/target/matinee.jar
server_cache=server/target/matinee.aot
server_sources=(pom.xml {room,wire,sync,host,browser,server}/{pom.xml,src/main})
# The JVM chooses the collector by the number of processors, and begins with a small heap; why: docs/decisions/0014.
server_flags=(-XX:+UseCompactObjectHeaders -Xms48m -XX:+ExitOnOutOfMemoryError -Djava.awt.headless=true
  --enable-native-access=ALL-UNNAMED --sun-misc-unsafe-memory-access=allow)

# Is something in the places $2... newer than the stamp $1, or the stamp missing?
stale() {
  local stamp=$1
  shift
  [ ! -e "$stamp" ] || [ -n "$(find "$@" \( -name dist -o -name node_modules -o -name target \) -prune \
    -o \( -type f -o -path '*/src/*' \) -newer "$stamp" -print -quit)" ]
}

server_stale() { stale server/target/built "${server_sources[@]}"; }
page_stale() { stale web/dist/built package-lock.json tsconfig.base.json browser/core.d.ts server/target/built link web; }

maven() {
  need mvn 'Debian, Ubuntu: apt-get install maven      macOS: brew install maven'
  MAVEN_OPTS="-XX:TieredStopAtLevel=1 --sun-misc-unsafe-memory-access=allow --enable-native-access=ALL-UNNAMED ${MAVEN_OPTS:-}" \
    mvn -B -ntp "$@"
}

# Runs the Maven goals $@ up to packages of everything, and notes when.
package_server() {
  local started
  started=$(mktemp)
  maven "$@" || return
  mkdir -p server/target
  mv "$started" server/target/built
}

# The packages of package-lock.json, in node_modules; the Node that comes with them goes first in PATH.
use_packages() {
  need npm 'Debian, Ubuntu: apt-get install nodejs npm      macOS: brew install node'
  if [ package-lock.json -nt node_modules/.package-lock.json ]; then
    npm ci --no-fund --no-audit --loglevel=error
  fi
  export PATH=$PWD/node_modules/.bin:$PATH
}

build_server() {
  say 'building the server'
  package_server -q package -DskipTests -pl server,browser -am
}

build_page() {
  local started
  say 'building the page'
  use_packages
  started=$(mktemp)
  npm run build --workspace web --loglevel=error
  mv "$started" web/dist/built
}

# The browser extension, for both kinds of browsers, in extension/dist: a folder each to be loaded, and an archive each to be sent to a store.
# Built twice of the same it is the same, to the byte.
build_extension() {
  local family
  say 'building the extension'
  use_packages
  npm run build --workspace extension --loglevel=error
  for family in chromium firefox; do
    jar --create --no-manifest --date=2026-01-01T00:00:00Z --file "extension/dist/matinee-$family.zip" -C "extension/dist/$family" .
  done
}

# Lets the server start once, serve some seconds of a rehearsal, and stop, so that the JVM can keep for later starts what
# it loaded and linked and what it learnt about the code that is hot. Without that cache everything works, only slower
# at first.
train_server() {
  local folder server
  folder=$(mktemp -d)
  say 'preparing fast starts'
  "${server_java:-java}" -XX:AOTCacheOutput="$server_cache" "${server_flags[@]}" -jar "$server_jar" serve --bind=127.0.0.1 --port=0 \
    --sync-port=0 --data="$folder/data" --commands-per-second=1000000 --command-burst=1000000 >"$folder/said" 2>&1 &
  server=$!
  until grep -q 'http://' "$folder/said" || ! kill -0 "$server" 2>/dev/null; do sleep 0.1; done
  java scripts/Rehearsal.java "$(grep -o -m1 'http://[^ ]*' "$folder/said")" 4 2>"$folder/rehearsal" ||
    say "no rehearsal, the first minutes will be slower: $(head -1 "$folder/rehearsal")"
  kill -TERM "$server" 2>/dev/null || true
  wait "$server" || true
  [ -e "$server_cache" ] || say "no cache could be made; the server said: $(cat "$folder/said")"
  rm -rf "$folder"
}

# Becomes the server, with the arguments $@. A cache that another JDK made is passed over in silence.
exec_server() {
  local cache=()
  [ "$server_jar" -nt "$server_cache" ] || cache=(-XX:AOTCache="$server_cache" -Xlog:aot=off)
  # shellcheck disable=SC2086 # the options of MATINEE_JAVA_OPTIONS are several words
  exec java "${cache[@]+"${cache[@]}"}" "${server_flags[@]}" ${MATINEE_JAVA_OPTIONS:-} \
    -Dmatinee.page="$PWD/web/dist" -jar "$server_jar" "$@"
}
