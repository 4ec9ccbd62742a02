#!/bin/sh
# Publishes one message of each kind, as the devices of the store pilot would.
#
#   sh messages.sh [mosquitto_pub's options: -h HOST -p PORT -u USER …]
set -eu
now=$(date +%s)
ms() { echo "$((now - $1))000"; }                      # so many seconds ago, in milliseconds
say() { mosquitto_pub "$@" -q 1; }

say "$@" -t footfall/v1/pilot/status/cam-1      -m "{\"time\": $(ms 9), \"state\": \"online\", \"firmware\": \"2.1.0\"}" -r
say "$@" -t footfall/v1/pilot/door/door-1       -m "{\"time\": $(ms 1), \"in\": 2, \"out\": 1, \"passing\": 4, \"seconds\": 30}"
say "$@" -t footfall/v1/pilot/track/cam-1       -m "[{\"time\": $(ms 7), \"id\": \"7\", \"x\": 5.0, \"y\": 0.5}, {\"time\": $(ms 5), \"id\": \"7\", \"x\": 3.0, \"y\": 2.5}, {\"time\": $(ms 3), \"id\": \"7\", \"x\": 2.0, \"y\": 4.0}]"
say "$@" -t footfall/v1/pilot/position/rtls-1   -m "[{\"time\": $(ms 4), \"tag\": \"cart-12\", \"x\": 6.5, \"y\": 1.0, \"accuracy\": 0.3}, {\"time\": $(ms 2), \"tag\": \"cart-12\", \"x\": 6.0, \"y\": 1.5}]"
say "$@" -t footfall/v1/pilot/shelf/shelf-1     -m "{\"id\": \"31\", \"zone\": \"bread\", \"entered\": $(ms 8), \"left\": $(ms 1), \"facing\": \"rye\"}"
say "$@" -t footfall/v1/pilot/beacon/anchor-1   -m "{\"time\": $(ms 1), \"tag\": \"cart-12\", \"rssi\": -61.5, \"tx\": -59}"
say "$@" -t footfall/v1/pilot/receipt/till-1    -m "{\"time\": $(ms 1), \"till\": \"t1\", \"channel\": \"till\", \"items\": 3, \"amount\": 8.35}"
say "$@" -t footfall/v1/pilot/touchpoint/app-1  -m "{\"time\": $(ms 1), \"channel\": \"coupon\", \"campaign\": \"autumn\", \"zone\": \"bread\"}"
