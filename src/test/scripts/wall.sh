#!/usr/bin/env bash
# SPDX-License-Identifier: Apache-2.0
# How long a repaint of a wall of 30 rollers takes, ours against 30 JFreeCharts as they come, taking turns in one run. Ends with 1
# when the limit is broken. Needs no display.
#
#   src/test/scripts/wall.sh
set -euo pipefail
cd "$(dirname "${BASH_SOURCE[0]}")/../../.."

main=target/test-classes/org/rollscope/viewer/wall/WallBenchmark.class
if [ ! -f "$main" ] || [ ! -d target/lib ] || [ -n "$(find pom.xml src/main src/test/java -newer "$main" -name '*.java' -print -quit)" ]; then
    mvn -q -B -DskipTests -Dspotless.check.skip package >&2
    touch "$main"
fi
exec java -Djava.awt.headless=true -cp "target/classes:target/test-classes:target/lib/*" org.rollscope.viewer.wall.WallBenchmark
