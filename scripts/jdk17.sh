#!/bin/sh
# Prints the home of a JDK 17: JAVA_HOME if it is one, else the java on PATH if it is one, else one in the usual places.
# Exit 2, with what is missing on standard error, if there is none.
set -eu

# A JDK 17 says so in its release file; a JRE has no javac.
is_jdk17() {
    [ -x "$1/bin/java" ] && [ -x "$1/bin/javac" ] && grep -qs '^JAVA_VERSION="17[."]' "$1/release"
}

seen=
try() {
    [ -x "$1/bin/java" ] || return 0
    if is_jdk17 "$1"; then
        printf '%s\n' "$1"
        exit 0
    fi
    version=$(sed -n 's/^JAVA_VERSION="\(.*\)"/\1/p' "$1/release" 2>/dev/null || :)
    [ -x "$1/bin/javac" ] && what=JDK || what="no compiler,"
    seen="$seen
  $1 ($what ${version:-of unknown version})"
}

[ -z "${JAVA_HOME:-}" ] || try "$JAVA_HOME"

java_on_path=$(command -v java || :)
if [ -n "$java_on_path" ]; then
    real=$(readlink -f "$java_on_path")
    try "${real%/bin/java}"
fi

for home in /usr/lib/jvm/* /usr/java/* /opt/java/* /opt/jdk* /opt/*jdk* "${HOME:-}"/.sdkman/candidates/java/* "${HOME:-}"/.jdks/* \
    /Library/Java/JavaVirtualMachines/*/Contents/Home; do
    try "$home"
done

{
    echo "footfall: a JDK 17 is needed and none was found."
    [ -z "$seen" ] || echo "Seen:$seen"
    echo "Install one (Debian, Ubuntu: apt-get install openjdk-17-jdk-headless) or set JAVA_HOME to its folder."
} >&2
exit 2
