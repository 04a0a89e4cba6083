# What the machine must have. Sourced by run.sh and verify.sh; not a command of its own.

say() { printf '%s\n' "$@"; }
fail() {
  printf '%s\n' "$@" >&2
  exit 1
}

# The Debian packages that are missing, collected by the functions below.
missing=()

need_jdk_and_maven() {
  local java=java javac=javac release
  if [ -n "${JAVA_HOME:-}" ]; then
    java="$JAVA_HOME/bin/java" javac="$JAVA_HOME/bin/javac"
    [ -x "$java" ] || fail "JAVA_HOME is $JAVA_HOME, but there is no bin/java in it: point it to a JDK 17 or later, or unset it."
  fi
  if ! command -v "$javac" >/dev/null; then
    missing+=(default-jdk-headless)
  else
    release=$("$java" -version 2>&1 | sed -n 's/.* version "\([0-9]*\).*/\1/p' | head -n 1)
    [ "${release:-0}" -ge 17 ] || fail \
      "$(command -v "$java") is Java ${release:-of an unknown release}; Sightline needs JDK 17 or later." \
      "Install one (Debian: apt-get install default-jdk-headless) or point JAVA_HOME to one."
  fi
  command -v mvn >/dev/null || missing+=(maven)
}

# The shared libraries that webrtc-java is linked to, and the packages that bring them.
need_shared_libraries() {
  local known library package
  [ "$(uname -s)/$(uname -m)" = Linux/x86_64 ] || fail \
    "This is $(uname -s) on $(uname -m); the native libraries in pom.xml are for Linux on x86_64." \
    "For another machine set native.classifier (mvn -Dnative.classifier=...) and start the server by hand."
  known=$(/sbin/ldconfig -p)
  while read -r library package; do
    case $known in
      *"$library "*) ;;
      *) missing+=("$package") ;;
    esac
  done <<'LIBRARIES'
libpulse.so.0 libpulse0
libudev.so.1 libudev1
libX11.so.6 libx11-6
libXfixes.so.3 libxfixes3
libXrandr.so.2 libxrandr2
libXcomposite.so.1 libxcomposite1
libdbus-1.so.3 libdbus-1-3
libstdc++.so.6 libstdc++6
LIBRARIES
}

need_browser() {
  command -v chromium >/dev/null || missing+=(chromium)
  command -v chromedriver >/dev/null || missing+=(chromium-driver)
}

# A TURN server that the tests start themselves.
need_turn_server() {
  command -v turnserver >/dev/null || missing+=(coturn)
}

need_npm() {
  command -v npm >/dev/null || missing+=(npm)
}

# Installs what is missing where that is allowed, else says what to type.
install_missing() {
  local sudo
  [ ${#missing[@]} -gt 0 ] || return 0
  if ! command -v apt-get >/dev/null; then
    fail "Missing on this machine (Debian's names): ${missing[*]}" \
      "There is no apt-get here: install them with your system's own tool, then run this again."
  elif [ "$(id -u)" = 0 ]; then
    sudo=()
  elif command -v sudo >/dev/null && sudo -n true 2>/dev/null; then
    sudo=(sudo -n)
  else
    fail "Missing on this machine: ${missing[*]}" "Type this, then run this again:" "" \
      "  sudo apt-get update && sudo apt-get install -y --no-install-recommends ${missing[*]}" ""
  fi
  say "Installing what is missing on this machine: ${missing[*]}"
  "${sudo[@]}" env DEBIAN_FRONTEND=noninteractive sh -c \
    'apt-get -qq update && apt-get -qq install -y --no-install-recommends "$@"' apt "${missing[@]}" </dev/null ||
    fail "apt-get could not install ${missing[*]}; its own words are above."
  case " ${missing[*]} " in
    *" coturn "*)
      # Debian's package also starts a server of its own, which nobody here needs.
      [ ! -d /run/systemd/system ] || "${sudo[@]}" systemctl disable --now --quiet coturn || true
      ;;
  esac
  missing=()
}
