#!/usr/bin/env bash
# SPDX-License-Identifier: Apache-2.0
# Thirty simulated rollers at one broker in one real window on a virtual display: all must be live all the while, and who is pressed over
# the ceiling must lie at the top of the wall within 200 ms of being said so. Prints the delays and the viewer's share of the processor.
#
#   src/test/scripts/rollers30.sh [COUNT] [SECONDS]      (default 30 rollers for 60 s)
set -euo pipefail
cd "$(dirname "${BASH_SOURCE[0]}")/../../.."

command -v Xvfb >/dev/null || { echo "SKIPPED: Xvfb is missing"; exit 77; }
main=target/test-classes/org/rollscope/viewer/CrowdOnDisplay.class
if [ ! -f "$main" ] || [ ! -d target/lib ] || [ -n "$(find pom.xml src/main src/test/java -newer "$main" -name '*.java' -print -quit)" ]; then
    mvn -q -B -DskipTests -Dspotless.check.skip package >&2
    touch "$main"
fi
mkdir -p target/screenshots
exec 3< <(exec Xvfb -displayfd 1 -screen 0 1600x1000x24 -nolisten tcp 2>/dev/null)
display=$!
trap 'kill "$display"' EXIT
read -r number <&3
DISPLAY=":$number" java -XX:+UseSerialGC -cp "target/classes:target/test-classes:target/lib/*" \
    org.rollscope.viewer.CrowdOnDisplay target/screenshots "${1:-30}" "${2:-60}"
