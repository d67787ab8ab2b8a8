# Sourced by the scripts that measure: builds bench and what it needs, sets JAVA_HOME and bench_path. Expects home.
. "$home/scripts/jdk.sh"
find_jdk
find_maven
mkdir -p "$home/bench/target"
bench_path_file="$home/bench/target/classpath.txt"
JAVA_HOME="$JAVA_HOME" MAVEN_OPTS="$(maven_opts)" mvn -B -q -ntp -f "$home/pom.xml" -Dfast -pl bench -am \
    compile dependency:build-classpath -Dmdep.outputFile="$bench_path_file" -Dmdep.includeScope=compile >&2
bench_path="$home/bench/target/classes:$(cat "$bench_path_file")"
bench_version=$(sed -n 's:^  <version>\(.*\)</version>:\1:p' "$home/pom.xml" | head -n 1)

# What a figure needs to be read later: command, commit, machine. No names of machines or people.
bench_head() {
    commit=$(git -C "$home" rev-parse --short HEAD)
    [ -z "$(git -C "$home" status --porcelain -- core extract exchange cli ascribe bench/src)" ] || commit="$commit with changes"
    memory=$(awk '/^MemTotal/ {printf "%.0f GB", $2 / 1048576}' /proc/meminfo 2>/dev/null || true)
    echo "command  $1"
    echo "commit   $commit"
    echo "date     $(date -u +%Y-%m-%d)"
    echo "machine  $(getconf _NPROCESSORS_ONLN) cores ($(sed -n 's/^model name[^:]*: //p' /proc/cpuinfo 2>/dev/null | head -n 1)), ${memory:-memory unknown}, $(uname -s)"
    echo "load     $(cut -d ' ' -f 1-3 /proc/loadavg 2>/dev/null || true) before the run"
    echo "java     $("$JAVA_HOME/bin/java" -version 2>&1 | sed -n 2p)"
    echo
}
