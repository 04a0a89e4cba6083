#!/usr/bin/env bash
# Runs every check: formatting, unit tests, tests on the real Open Liberty, browser tests, the EAR's.
#
#   liberty/verify.sh
#
# Needs no free port: every server that a test starts takes ports that the system gives it.
set -euo pipefail
cd "$(dirname "$0")/.."
. liberty/prerequisites.sh

need_jdk_and_maven
need_shared_libraries
need_browser
need_npm
need_turn_server
install_missing

# A server of this machine that somebody works with keeps its settings; the tests bring their own.
while IFS= read -r name; do
  unset "$name"
done < <(compgen -e | grep -E '^(SIGHTLINE_|HTTP_PORT$|HTTPS_PORT$|HTTP_HOST$|WLP_|LOG_DIR$|WEBRTC_|DEBUG_|OFFLINE_MODE$)' || true)

# Clients of others that the browser tests run unchanged, pinned with their hashes.
mkdir -p target/sdk
cp src/test/sdk/package.json src/test/sdk/package-lock.json target/sdk/
npm ci --prefix target/sdk --ignore-scripts --no-audit --no-fund --silent ||
  fail "npm could not fetch the packages of src/test/sdk; its own words are above."

say "1 of 3: formatting, unit tests, tests on the server and in the browser"
mvn -B -ntp install
say "2 of 3: the EAR"
mvn -B -ntp -f ear/pom.xml package
say "3 of 3: the EAR's test"
mvn -B -ntp failsafe:integration-test@ear failsafe:verify@ear
say "All checks passed."
