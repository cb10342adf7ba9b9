#!/usr/bin/env bash
# SPDX-License-Identifier: Apache-2.0
# How long a redraw of 8 lines of 12,000 points takes, ours against JFreeChart as it comes, taking turns in one run. Ends with 1 when
# the limit is broken. Then hours of a roller at full rate through all that a viewer does, for memory and time that grow. Needs no display.
#
#   src/test/scripts/charts.sh [HOURS]
set -euo pipefail
cd "$(dirname "${BASH_SOURCE[0]}")/../../.."

main=target/test-classes/org/rollscope/viewer/chart/ChartBenchmark.class
if [ ! -f "$main" ] || [ ! -d target/lib ] || [ -n "$(find pom.xml src/main src/test/java -newer "$main" -name '*.java' -print -quit)" ]; then
    mvn -q -B -DskipTests -Dspotless.check.skip package >&2
    touch "$main"
fi
classes="target/classes:target/test-classes:target/lib/*"
bad=0
java -Djava.awt.headless=true -cp "$classes" org.rollscope.viewer.chart.ChartBenchmark || bad=1
java -XX:+UseSerialGC -Xmx256m -Djava.awt.headless=true -cp "$classes" org.rollscope.viewer.chart.EightHours "${1:-3}" || bad=1
exit $bad
