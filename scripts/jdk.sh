# Sourced by ascribe and check: finds a JDK of 21 or newer, Maven and Node, or says what to install.

# The major version of the JDK in $1, or 0. Reads its release file and starts nothing.
major_of() {
    if [ ! -x "$1/bin/java" ] || [ ! -x "$1/bin/javac" ]; then
        echo 0
        return
    fi
    version=""
    if [ -f "$1/release" ]; then
        version=$(sed -n 's/^JAVA_VERSION="\{0,1\}\([0-9]*\).*/\1/p' "$1/release" | head -n 1)
    fi
    if [ -z "$version" ]; then
        version=$("$1/bin/java" -version 2>&1 | sed -n 's/.*version "\([0-9]*\).*/\1/p' | head -n 1)
    fi
    echo "${version:-0}"
}

# Sets JAVA_HOME and java_major: JAVA_HOME and PATH as the user set them, then the newest of the usual folders.
find_jdk() {
    java_major=0
    if [ -n "${JAVA_HOME:-}" ]; then
        java_major=$(major_of "$JAVA_HOME")
        if [ "$java_major" -ge 21 ]; then
            export JAVA_HOME
            return 0
        fi
    fi
    seen=""
    [ -n "${JAVA_HOME:-}" ] && seen="$seen  JAVA_HOME=$JAVA_HOME (Java ${java_major/#0/not a JDK})"$'\n'
    on_path=$(command -v java 2>/dev/null || true)
    if [ -n "$on_path" ]; then
        while [ -L "$on_path" ]; do
            link=$(readlink "$on_path")
            case $link in
                /*) on_path=$link ;;
                *) on_path=$(dirname "$on_path")/$link ;;
            esac
        done
        found=$(cd "$(dirname "$on_path")/.." && pwd -P)
        java_major=$(major_of "$found")
        if [ "$java_major" -ge 21 ]; then
            export JAVA_HOME=$found
            return 0
        fi
        seen="$seen  $found (Java $java_major, on the PATH)"$'\n'
    fi
    best=""
    java_major=0
    for found in /usr/lib/jvm/* /Library/Java/JavaVirtualMachines/*/Contents/Home \
        "${HOME:-/nonexistent}"/Library/Java/JavaVirtualMachines/*/Contents/Home \
        "${HOME:-/nonexistent}"/.sdkman/candidates/java/* "${HOME:-/nonexistent}"/.jdks/* \
        /opt/homebrew/opt/openjdk*/libexec/openjdk.jdk/Contents/Home /usr/local/opt/openjdk*/libexec/openjdk.jdk/Contents/Home \
        /opt/*jdk* /opt/java/* /usr/java/*; do
        [ -d "$found" ] || continue
        major=$(major_of "$found")
        if [ "$major" -gt "$java_major" ]; then
            best=$found
            java_major=$major
        fi
    done
    if [ "$java_major" -ge 21 ]; then
        export JAVA_HOME=$best
        return 0
    fi
    printf '%s\n%s%s\n' "Cannot start: no JDK of version 21 or newer was found. Looked at JAVA_HOME, PATH and the usual folders:" \
        "${seen:-  nothing found
}" "  Install one (Debian, Ubuntu: apt-get install openjdk-21-jdk; macOS: brew install openjdk; all: https://adoptium.net)
  or set JAVA_HOME to the folder of one." >&2
    exit 1
}

find_maven() {
    if ! command -v mvn >/dev/null 2>&1; then
        printf '%s\n' "Cannot build: Maven (mvn) is not on the PATH, 3.8 or newer is needed.
  Install it (Debian, Ubuntu: apt-get install maven; macOS: brew install maven) and start again." >&2
        exit 1
    fi
}

find_node() {
    node_version=$(node --version 2>/dev/null | sed -n 's/^v\([0-9]*\).*/\1/p')
    if [ -z "$node_version" ] || [ "$node_version" -lt 20 ] || ! command -v npm >/dev/null 2>&1; then
        printf '%s\n' "Cannot build the page: Node 20 or newer with npm is needed, found ${node_version:-none}.
  Install it (Debian, Ubuntu: apt-get install nodejs npm; macOS: brew install node; all: https://nodejs.org) and start again." >&2
        exit 1
    fi
}

# Quiets what older Mavens do under newer JDKs; the options exist from 17 and from 23 on.
maven_opts() {
    opts=${MAVEN_OPTS:-}
    [ "$java_major" -ge 22 ] && opts="$opts --enable-native-access=ALL-UNNAMED"
    [ "$java_major" -ge 23 ] && opts="$opts --sun-misc-unsafe-memory-access=allow"
    printf '%s' "$opts"
}
