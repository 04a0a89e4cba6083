#!/usr/bin/env bash
# Builds Sightline where its sources changed, and runs it on Open Liberty in the foreground until Ctrl-C.
#
#   liberty/run.sh
#   HTTP_PORT=9081 HTTPS_PORT=9444 liberty/run.sh
#   SIGHTLINE_SESSION_LIMIT=2 liberty/run.sh        any setting sightline.x.y is SIGHTLINE_X_Y here
#
# HTTP_HOST is the address it listens on (default: all), SIGHTLINE_ADMIN_PASSWORD the password of Admin
# Center (default: a random one, made at the first start and kept in liberty/admin-password).
set -euo pipefail
cd "$(dirname "$0")/.."
. liberty/prerequisites.sh

export HTTP_PORT=${HTTP_PORT:-9080} HTTPS_PORT=${HTTPS_PORT:-9443}
unset WLP_USER_DIR WLP_OUTPUT_DIR LOG_DIR VARIABLE_SOURCE_DIRS
liberty=$PWD/target/liberty/wlp
server_dir=$liberty/usr/servers/sightline
messages=$server_dir/logs/messages.log
built=$PWD/target/liberty/built

# One request to this machine without curl, which a plain Debian lacks.
http_get() { # path
  { exec 3<>"/dev/tcp/localhost/$HTTP_PORT"; } 2>/dev/null || return 1
  printf 'GET %s HTTP/1.0\r\nHost: localhost\r\n\r\n' "$1" >&3
  timeout 5 cat <&3 || true
  exec 3>&-
}

check_port() { # name value
  [[ $2 =~ ^[0-9]{1,5}$ ]] && [ "$2" -ge 1 ] && [ "$2" -le 65535 ] ||
    fail "$1 is \"$2\"; it must be a port number from 1 to 65535."
  local free=$2
  while taken "$free"; do
    free=$((free < 65535 ? free + 1 : 1024))
  done
  [ "$free" = "$2" ] ||
    fail "Port $2 is taken by another program on this machine ($1). Choose another, for example:" "" \
      "  $1=$free $0" ""
}

taken() { # port
  (exec 3<>"/dev/tcp/localhost/$1") 2>/dev/null
}

# Two servers of one folder would share its logs. Those that tests start have folders of their own.
check_not_running() {
  local process
  for process in /proc/[0-9]*; do
    if tr '\0' ' ' 2>/dev/null <"$process/cmdline" | grep -qF "$liberty/bin/tools/ws-server.jar sightline " &&
      tr '\0' '\n' 2>/dev/null <"$process/environ" | grep -qxF "WLP_USER_DIR=$liberty/usr"; then
      fail "Sightline already runs from this folder, as process ${process#/proc/}. Stop it first: kill ${process#/proc/}"
    fi
  done
}

build_where_changed() {
  local sources=(pom.xml .mvn src/main liberty/server.xml liberty/jvm.options liberty/server.env)
  local library=onnxruntime.jar
  [ "${SIGHTLINE_GPU:-}" != true ] || library=onnxruntime_gpu.jar
  if [ -e "$built" ] && [ -e "$liberty/usr/shared/resources/natives/$library" ] && [ -e "$server_dir/apps/sightline.war" ] && [ ! -e "$server_dir/apps/sightline.war.xml" ] &&
    [ -z "$(find "${sources[@]}" -newer "$built" -print -quit)" ]; then
    return
  fi
  [ -d "$liberty" ] && say "Building: the sources changed." ||
    say "Building: the first time downloads about 700 MB (Open Liberty, Maven's plugins, native libraries)."
  mkdir -p target/liberty
  touch "$built.now"
  mvn -B -q -ntp -Dmaven.test.skip=true package liberty:create liberty:deploy ||
    fail "The build failed; Maven's own words are above."
  mv "$built.now" "$built"
}

write_admin_account() {
  local file=liberty/admin-password password=${SIGHTLINE_ADMIN_PASSWORD:-}
  umask 077
  if [ -z "$password" ]; then
    if [ ! -s "$file" ]; then
      head -c 512 /dev/urandom | tr -dc 'A-Za-z0-9' | cut -c 1-24 >"$file"
    fi
    password=$(<"$file")
    admin="user admin, password in $file"
  else
    admin="user admin, password from SIGHTLINE_ADMIN_PASSWORD"
  fi
  password=${password//&/&amp;} password=${password//</&lt;} password=${password//\"/&quot;}
  mkdir -p "$server_dir/configDropins/overrides"
  rm -f "$server_dir/configDropins/overrides/admin.xml"
  cat >"$server_dir/configDropins/overrides/admin.xml" <<XML
<server>
  <basicRegistry id="administrators" realm="Sightline">
    <user name="admin" password="$password"/>
  </basicRegistry>
  <administrator-role>
    <user>admin</user>
  </administrator-role>
</server>
XML
  umask 022
}

server=
stopping=
stop() {
  [ -z "$stopping" ] || return 0
  stopping=yes
  say "Stopping."
  kill -TERM "$server" 2>/dev/null || true
}

# Ends the server if a stop takes longer than Liberty's own 30 seconds for requests in progress.
await_end() {
  local since=$SECONDS
  while kill -0 "$server" 2>/dev/null; do
    if [ -n "$stopping" ] && [ $((SECONDS - since)) -gt 45 ]; then
      say "It does not stop by itself: ending process $server."
      kill -KILL "$server"
    fi
    [ -n "$stopping" ] || since=$SECONDS
    sleep 0.2 || true
  done
}

# The sentence with which the application refused to start, if it did: the setting's, or else Liberty's.
refusal() {
  grep -qaE 'CWWKZ000[24]E|CWWKE0702E' "$messages" 2>/dev/null || return 1
  grep -aoE 'SettingsException: .*' "$messages" | head -n 1 | sed 's/^[^:]*: //' | grep . ||
    grep -aoE '(CWWKZ000[24]E|CWWKE0702E): .*' "$messages" | head -n 1
}

await_ready() {
  local answer='' patience=$((SECONDS + 60)) why
  while [ -z "$stopping" ] && kill -0 "$server" 2>/dev/null; do
    answer=$(http_get /health/started || true)
    case $answer in
      *' 200 '*'"name":'*) answer=$(http_get /health/ready || true) ;;
    esac
    case $answer in
      *' 200 '*'"name":'*)
        say "" "Sightline is ready: http://localhost:$HTTP_PORT/"
        say "  elsewhere      https://<this machine>:$HTTPS_PORT/ (browsers give a camera to https and localhost only)"
        say "  health         http://localhost:$HTTP_PORT/health"
        say "  Admin Center   https://localhost:$HTTPS_PORT/adminCenter/ ($admin)"
        say "  log            ${messages#"$PWD"/}"
        say "  stop           Ctrl-C" ""
        return
        ;;
    esac
    if [ "$messages" -nt "$started" ] && why=$(refusal); then
      say "" "Sightline refused to start:" "  $why" "" >&2
      refused=yes
      stop
    elif [ "$SECONDS" -ge "$patience" ]; then
      answer=${answer##*$'\n'}
      say "Not ready yet. ${answer:+The health check says: }${answer:-The server does not answer yet.}"
      patience=$((SECONDS + 60))
    fi
    sleep 0.3 || true
  done
}

need_jdk_and_maven
need_shared_libraries
install_missing
check_port HTTP_PORT "$HTTP_PORT"
check_port HTTPS_PORT "$HTTPS_PORT"
check_not_running
build_where_changed
write_admin_account

refused=
started=$PWD/target/liberty/started
touch "$started"
rm -f "$messages"
# At the very end of the process the library of webrtc-java complains that there is no JVM any more, whatever was
# closed before. The filter outlives Ctrl-C, so that nothing else is lost.
"$liberty/bin/server" run sightline > >(
  trap '' INT TERM HUP
  exec grep -avE --line-buffered '^(VM attach current thread failed|Failed to attach thread [0-9]+)$'
) &
server=$!
trap stop INT TERM HUP
await_ready
await_end
code=0
wait "$server" || code=$?
[ -z "$refused" ] || exit 1
[ -z "$stopping" ] || exit 0
say "The server ended by itself with code $code; see ${messages#"$PWD"/}" >&2
exit "$code"
