#!/usr/bin/env bash
# SPDX-License-Identifier: Apache-2.0
# Bytes that reach the disk for each byte that the board sent: the archive against plain blobs in SQLite with synchronous
# FULL, at the archive's pace of commits and at one a second. Prints one JSON line.
#
#   src/test/scripts/bytes_written.sh [SECONDS] [SEED]     of session time at 200 Hz and 48 pads, default 600 and 7
set -euo pipefail
cd "$(dirname "${BASH_SOURCE[0]}")/../../.."

main=target/test-classes/org/rollscope/store/BytesWritten.class
if [ ! -f "$main" ] || [ ! -d target/lib ] || [ -n "$(find pom.xml src/main src/test/java -newer "$main" -name '*.java' -print -quit)" ]; then
    mvn -q -B -DskipTests -Dspotless.check.skip package >&2
    touch "$main"
fi
# Not /tmp: where that is a tmpfs, nothing reaches a disk.
folder=$(mktemp -d target/bytes-written.XXXXXX)
trap 'rm -rf "$folder"' EXIT
java -XX:+UseSerialGC -cp "target/classes:target/test-classes:target/lib/*" \
    org.rollscope.store.BytesWritten "$folder" "${1:-600}" "${2:-7}"
