#!/bin/sh
# Makes an own certificate authority, and a broker's certificate under it.
#
#   sh certificates.sh DIR NAME ...
#
# NAMEs are the names and IP addresses by which devices reach the broker. DIR then has ca.crt, which every client is given, ca.key,
# which belongs in a safe place, not on the broker, and server.crt and server.key of the broker. An authority that is in DIR is used again.
set -eu
[ $# -ge 2 ] || { sed -n 's/^#   \(sh .*\)/usage: \1/p' "$0" >&2; exit 2; }
dir=$1
shift
names=
for name; do
    case $name in
        *[!0-9.]*) names="${names:+$names,}DNS:$name" ;;
        *) names="${names:+$names,}IP:$name" ;;
    esac
done
umask 077
mkdir -p "$dir"
if [ ! -e "$dir/ca.key" ]; then
    openssl req -x509 -newkey ec -pkeyopt ec_paramgen_curve:P-256 -nodes -days 3650 -subj "/CN=Footfall" \
        -keyout "$dir/ca.key" -out "$dir/ca.crt"
fi
openssl req -newkey ec -pkeyopt ec_paramgen_curve:P-256 -nodes -subj "/CN=$1" -keyout "$dir/server.key" -out "$dir/server.csr"
echo "subjectAltName=$names" >"$dir/server.ext"
openssl x509 -req -in "$dir/server.csr" -CA "$dir/ca.crt" -CAkey "$dir/ca.key" -CAcreateserial -days 825 \
    -extfile "$dir/server.ext" -out "$dir/server.crt"
rm "$dir/server.csr" "$dir/server.ext"
chmod 644 "$dir/ca.crt" "$dir/server.crt"
