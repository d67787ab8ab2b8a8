# Sourced by the scripts that measure: builds bench and what it needs, sets JAVA_HOME and bench_path. Expects home.
. "$home/scripts/jdk.sh"
find_jdk
find_maven
mkdir -p "$home/bench/target"
bench_path_file="$home/bench/target/classpath.txt"
JAVA_HOME="$JAVA_HOME" MAVEN_OPTS="$(maven_opts)" mvn -B -q -ntp -f "$home/pom.xml" -Dfast -pl bench -am \
    compile dependency:build-classpath -Dmdep.outputFile="$bench_path_file" -Dmdep.includeScope=compile >&2
bench_path="$home/bench/target/classes:$(cat "$bench_path_file")"
