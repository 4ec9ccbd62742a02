#!/bin/sh
# Unpacks Debian packages with what they depend on into a folder, without root and without installing anything.
#
#   scripts/debian-unpack.sh [--all] [--only 'GLOB ...'] PACKAGE ... DIR
#
# PACKAGEs and those of their dependencies that this machine has not installed are downloaded from the machine's own package
# sources, checked by apt against their signatures, and unpacked into DIR (made if absent). --all takes every dependency,
# installed or not; --only takes, of all these, the packages whose names match one of the globs. Absolute symbolic links in
# DIR are turned to their targets within DIR, so that the tree works wherever it lies. No maintainer script runs: what those
# would do (users, alternatives, /etc/alternatives links, caches) is the caller's.
#
# Programs find their libraries with LD_LIBRARY_PATH=DIR/usr/lib/$(uname -m)-linux-gnu.
set -eu

say() { echo "debian-unpack: $*" >&2; }
usage() {
    sed -n 's/^#   \(scripts.*\)/usage: \1/p' "$0" >&2
    exit 2
}

all=false
only='*'
while :; do
    case ${1:-} in
        --all) all=true && shift ;;
        --only) [ $# -ge 2 ] || usage && only=$2 && shift 2 ;;
        -*) usage ;;
        *) break ;;
    esac
done
[ $# -ge 2 ] || usage
packages=
while [ $# -gt 1 ]; do
    packages="$packages $1"
    shift
done
mkdir -p "$1"
dir=$(cd "$1" && pwd)
for tool in apt-get dpkg; do
    command -v $tool >/dev/null || { say "$tool is needed: this is for Debian and its kin" && exit 2; }
done

workshop=$(mktemp -d)
trap 'rm -rf "$workshop"' EXIT
mkdir -p "$workshop/debs" "$workshop/state/lists/partial" "$workshop/cache/archives/partial"
: >"$workshop/nothing-installed"

# What to take for installed: this machine's packages, or none. The named packages themselves are always taken.
if $all; then status=$workshop/nothing-installed; else status=/var/lib/dpkg/status; fi

apt() {
    apt-get -q -y -o Debug::NoLocking=1 -o APT::Get::List-Cleanup=0 -o APT::Sandbox::User="$(id -un)" \
        -o Dir::Cache="$workshop/cache" -o Dir::State::status="$status" -o Dir::Log="$workshop" "$@"
}
machine_lists() { apt "$@"; }
own_lists() { apt -o Dir::State="$workshop/state" -o Dir::State::lists="$workshop/state/lists" "$@"; }

names_wanted() { # names_wanted LISTS: the packages to take, one a line
    # shellcheck disable=SC2086
    "$1" --no-install-recommends --reinstall -s install $packages | sed -n 's/^Inst \([^ ]*\) .*/\1/p' | sort -u |
        while read -r name; do
            set -f
            for glob in $only; do
                # shellcheck disable=SC2254
                case $name in $glob) echo "$name" && break ;; esac
            done
            set +f
        done
}

# download LISTS: true when every package wanted lies in debs
download() {
    rm -f "$workshop"/debs/*
    names_wanted "$1" >"$workshop/names" 2>>"$workshop/log" && [ -s "$workshop/names" ] || return 1
    # shellcheck disable=SC2046
    (cd "$workshop/debs" && "$1" download $(cat "$workshop/names")) >>"$workshop/log" 2>&1
}

# The machine's package lists may be absent, or older than what its sources still hold: then lists of our own.
if ! download machine_lists; then
    own_lists update >>"$workshop/log" 2>&1 || : # one source that fails does not matter if the others have the packages
    if ! download own_lists; then
        tail -n 20 "$workshop/log" >&2
        say "cannot download:$packages"
        exit 1
    fi
fi

for deb in "$workshop"/debs/*.deb; do
    dpkg -x "$deb" "$dir"
done

find "$dir" -type l -lname '/*' | while read -r link; do
    target=$(readlink "$link")
    if [ -e "$dir$target" ] || [ -L "$dir$target" ]; then
        ln -sfnr "$dir$target" "$link"
    fi
done
