#!/usr/bin/env bash
# Lays in the folder $1 what an image of Matinee holds: the program, its page, and a Java runtime of the modules that it
# uses. Expects server and page to be built. The cache for fast starts is good in that folder alone.
set -euo pipefail
folder=$(mkdir -p "$1" && cd "$1" && pwd)
cd "$(dirname "${BASH_SOURCE[0]}")/.."
. scripts/tools.sh
. scripts/build.sh
use_jdk
export PATH=$JAVA_HOME/bin:$PATH

# Named by a library for its own build.
unused_modules='^java\.compiler$'

used_modules() {
  jdeps --ignore-missing-deps --multi-release 25 -q --print-module-deps \
    --class-path 'server/target/lib/*' "$server_jar" server/target/lib/*.jar |
    tr , '\n' | grep -Ev "$unused_modules" | paste -sd,
}

# What java is told, in a file for java @FILE.
flags() {
  printf '%s\n' "${server_flags[@]}" "-XX:AOTCache=$folder/matinee.aot" -Xlog:aot=off "-Dmatinee.page=$folder/page" \
    -jar "$folder/matinee.jar"
}

rm -rf "$folder"/{java,lib,page,matinee.jar,matinee.aot,flags}
jlink --add-modules "$(used_modules)" --strip-java-debug-attributes --no-man-pages --no-header-files \
  --compress zip-6 --output "$folder/java"
cp -r server/target/lib "$server_jar" "$folder"
cp -r web/dist "$folder/page"
rm -f "$folder/page/built"
flags >"$folder/flags"

server_java=$folder/java/bin/java
server_jar=$folder/matinee.jar
server_cache=$folder/matinee.aot
train_server
