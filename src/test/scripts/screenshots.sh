#!/usr/bin/env bash
# SPDX-License-Identifier: Apache-2.0
# Pictures of each workspace of the viewer in light and dark, from the real window on a display of its own: screenshots.sh FOLDER, from the
# repository's root. The athlete's view and the wall show played rollers; the review a session that the real commands record first.
set -uo pipefail
folder=$(mkdir -p "$1" && cd "$1" && pwd) || exit 1
cd "$(dirname "${BASH_SOURCE[0]}")/../../.." || exit 1
command -v Xvfb >/dev/null || { echo "SKIPPED: Xvfb is missing (Debian: xvfb)"; exit 77; }
main=target/test-classes/org/rollscope/viewer/Screenshots.class
if [ ! -f "$main" ] || [ -n "$(find pom.xml src/main src/test/java -newer "$main" \( -name '*.java' -o -name '*.properties' \) -print -quit)" ] ||
    [ ! -f target/test.cp ]; then
    mvn -q -B -ntp test-compile dependency:build-classpath -DincludeScope=test -Dmdep.outputFile=target/test.cp -Dspotless.check.skip >&2 || exit 1
    touch "$main"
fi
number=$(mktemp)
Xvfb -displayfd 3 -screen 0 1600x1000x24 -nolisten tcp 3>"$number" 2>/dev/null &
server=$!
trap 'kill $server 2>/dev/null; rm -f "$number"' EXIT
for _ in $(seq 50); do [ -s "$number" ] && break; sleep 0.1; done
export DISPLAY=:$(cat "$number")
bad=0
for picture in viewer.Screenshots viewer.WallOnDisplay viewer.review.ReviewOnDisplay viewer.RoutineOnDisplay; do
    echo "--- $picture"
    java -XX:+UseSerialGC -cp "target/test-classes:target/classes:$(cat target/test.cp)" "org.rollscope.$picture" "$folder" >"$folder/said.txt" 2>&1 ||
        { tail -n 20 "$folder/said.txt"; bad=1; }
done
find "$folder" -name '*.png' | sort
exit $bad
