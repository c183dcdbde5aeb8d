# shellcheck shell=bash
# Finds the programs that Matinee is built with and runs on, or says plainly how to get them. To be sourced.

say() { printf 'matinee: %s\n' "$*" >&2; }

# Sets JAVA_HOME to a JDK 25 or newer; ends the script when there is none.
use_jdk() {
  local home
  while read -r home; do
    if [ -x "$home/bin/javac" ] && [ "$(jdk_release "$home")" -ge 25 ]; then
      export JAVA_HOME=$home
      return
    fi
  done < <(jdk_candidates)
  say 'needs a JDK 25 or newer and found none (looked at JAVA_HOME, PATH, /usr/lib/jvm, SDKMAN, java_home).'
  say 'Get one:  Debian, Ubuntu: apt-get install openjdk-25-jdk, or Temurin 25 from adoptium.net'
  say '          macOS: brew install openjdk@25      anywhere: sdk install java 25-tem (sdkman.io)'
  exit 1
}

# The feature release of the JDK in the folder $1, told by its `release` file without starting it; 0 when unknown.
jdk_release() {
  local line
  while read -r line; do
    case $line in JAVA_VERSION=*) line=${line#*\"} line=${line%%\"*} && echo "${line%%[.-]*}" && return ;; esac
  done < <(cat "$1/release" 2>/dev/null)
  echo 0
}

jdk_candidates() {
  local javac
  [ -z "${JAVA_HOME:-}" ] || echo "$JAVA_HOME"
  if javac=$(command -v javac); then
    javac=$(readlink -f "$javac") && echo "${javac%/bin/javac}"
  fi
  printf '%s\n' /usr/lib/jvm/* "$HOME"/.sdkman/candidates/java/* /opt/homebrew/opt/openjdk@*/libexec/openjdk.jdk/Contents/Home
  [ ! -x /usr/libexec/java_home ] || /usr/libexec/java_home -v 25+ 2>/dev/null
}

# Ends the script unless the program $1 is there; $2 says how to get it.
need() {
  command -v "$1" >/dev/null && return
  say "needs $1 to build and found none. Get it:  $2"
  exit 1
}

# What the tests drive: a Chromium, ffmpeg, a Redis, a PgBouncer, a coturn, and where it is known strace. Installs them where that can be done without asking.
use_test_programs() {
  local missing=()
  PATH=$PATH:/usr/sbin # where Debian has PgBouncer
  find_chromium || missing+=(chromium)
  command -v ffmpeg >/dev/null || missing+=(ffmpeg)
  command -v redis-server >/dev/null || missing+=(redis-server)
  command -v pgbouncer >/dev/null || missing+=(pgbouncer)
  command -v turnserver >/dev/null || missing+=(coturn)
  [ "$(uname)" != Linux ] || command -v strace >/dev/null || missing+=(strace)
  install_packages "${missing[@]+"${missing[@]}"}"
  find_chromium
}

# What a cluster is made of besides Matinee; PostgreSQL comes with Maven's packages.
use_cluster_programs() {
  local missing=()
  command -v redis-server >/dev/null || missing+=(redis-server)
  command -v haproxy >/dev/null || missing+=(haproxy)
  install_packages "${missing[@]+"${missing[@]}"}"
}

# Prints where the program $1 is: one that is here, or one made of the Go module $2 where there is Go. Fails if there is none.
find_go_program() {
  local program
  if command -v "$1"; then return; fi
  command -v go >/dev/null || return
  program=$(go env GOPATH)/bin/$1
  [ -x "$program" ] || go install "$2" 2>/dev/null || return
  echo "$program"
}

# Prints where an immudb is. Says so if there is none.
find_immudb() {
  find_go_program immudb github.com/codenotary/immudb/cmd/immudb@v1.11.1 && return
  say 'no immudb here, nor a Go that could make one: the copy of what was done (ImmudbCopyTest) is not tested'
  return 1
}

# Prints where a fake-gcs-server is, which is asked as Google Cloud Storage is. Says so if there is none.
find_fake_gcs() {
  find_go_program fake-gcs-server github.com/fsouza/fake-gcs-server@v1.56.1 && return
  say 'no fake-gcs-server here, nor a Go that could make one: films in Google Cloud Storage (GcsStoreTest, FilmInGcsTest) are not tested'
  return 1
}

# Installs the packages $@, or says what is missing and ends the script.
install_packages() {
  local sudo=()
  [ $# -gt 0 ] || return 0
  [ "$(id -u)" = 0 ] || sudo=(sudo -n)
  if ! command -v apt-get >/dev/null || ! "${sudo[@]+"${sudo[@]}"}" true 2>/dev/null; then
    say "needs what this machine lacks: $*"
    say "Get it:  Debian: sudo apt-get install $*      macOS: brew install ${*/redis-server/redis}"
    exit 1
  fi
  say "installing $*"
  "${sudo[@]+"${sudo[@]}"}" apt-get update -qq
  "${sudo[@]+"${sudo[@]}"}" env DEBIAN_FRONTEND=noninteractive \
    apt-get install -y -qq --no-install-recommends "$@" >/dev/null
}

# Sets MATINEE_CHROMIUM to the browser that the end-to-end tests drive; fails when there is none.
find_chromium() {
  local program
  for program in "${MATINEE_CHROMIUM:-}" chromium chromium-browser google-chrome \
    '/Applications/Chromium.app/Contents/MacOS/Chromium' \
    '/Applications/Google Chrome.app/Contents/MacOS/Google Chrome'; do
    if [ -n "$program" ] && program=$(command -v "$program"); then
      export MATINEE_CHROMIUM=$program
      return
    fi
  done
  return 1
}
