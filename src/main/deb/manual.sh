#!/bin/sh
# SPDX-License-Identifier: Apache-2.0
# Prints the manual page with the commands that the program itself names: manual.sh TARGET_FOLDER, after the build.
set -e
java -cp "$1/rollscope.jar:$1/lib/*" org.rollscope.app.Main --help | awk '
    /^Commands:/ { commands = 1; next }
    !commands || /^$/ || /^[^ ]/ { next }
    /^  [a-z]/ { name = $1; $1 = ""; printf ".TP\n.B %s\n", name; sub(/^ */, "") }
    { gsub(/^ +/, ""); gsub(/-/, "\\-"); print }' >"$1/commands.man"
[ -s "$1/commands.man" ]
sed -e "/^@COMMANDS@/{r $1/commands.man" -e 'd}' "$(dirname "$0")/rollscope.1"
