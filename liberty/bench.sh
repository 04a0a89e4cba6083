#!/usr/bin/env bash
# Measures Sightline on this machine and prints one table; src/docs/benchmark.md says what its rows mean.
#
#   liberty/bench.sh
#   BENCH_SECONDS=5 liberty/bench.sh                shorter windows: quicker, less steady
#   BENCH_FPS=15 BENCH_CALLS=20 liberty/bench.sh    the cameras' rate; calls timed from offer to first frame
#   SIGHTLINE_MODEL_CALLERS=1 liberty/bench.sh      any setting of the server is taken from the environment
#   BENCH_MODELS=/srv/models liberty/bench.sh       measures these models beside the bundled ones
#   BENCH_ONLY=models liberty/bench.sh              only models and the scheduler, without server and clients
#
# The server takes free ports, or HTTP_PORT and HTTPS_PORT where they are given. Nothing else should run
# meanwhile: client, echo and server share this machine's cores.
set -euo pipefail
cd "$(dirname "$0")/.."
. liberty/prerequisites.sh

unset WLP_USER_DIR WLP_OUTPUT_DIR LOG_DIR VARIABLE_SOURCE_DIRS
need_jdk_and_maven
need_shared_libraries
install_missing

liberty=$PWD/target/liberty/wlp
say "Building what has changed."
mvn -B -q -ntp -DskipTests -Dspotless.check.skip package liberty:create liberty:deploy ||
  fail "The build failed; Maven's own words are above."

java=java
[ -z "${JAVA_HOME:-}" ] || java=$JAVA_HOME/bin/java
classpath=target/test-classes:target/classes:$liberty/usr/shared/resources/natives/*:target/sightline/WEB-INF/lib/*
exec "$java" -Xmx512m -Djava.awt.headless=true -cp "$classpath" io.sightline.bench.Benchmark "$liberty" "$PWD/target/bench"
