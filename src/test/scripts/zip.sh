#!/usr/bin/env bash
# SPDX-License-Identifier: Apache-2.0
# The zip for desktops: zip.sh WORK_FOLDER, from the repository's root, after packages.sh. Unpacks it into a folder with a space in its name as a
# user would, and runs what it holds without the repository. The launchers of Windows cannot be run here; their form is looked at.
set -uo pipefail
work=$1
mkdir -p "$work/a folder" || exit 1
zip=$(ls target/rollscope-*-desktop.zip) || exit 1
unzip -q "$zip" -d "$work/a folder" || exit 1
home=$(ls -d "$work/a folder"/rollscope-*) || exit 1
bad=0
problem() { echo "zip: $*"; bad=1; }
for file in rollscope viewer.sh viewer.command; do
    [ -x "$home/$file" ] || problem "$file cannot be run"
    grep -q $'\r' "$home/$file" && problem "$file has line ends of Windows"
done
for file in rollscope.bat viewer.bat README.txt; do
    [ "$(grep -c $'\r$' "$home/$file")" = "$(wc -l <"$home/$file")" ] || problem "$file has line ends that Windows does not know"
done
for word in Windows/x86_64/sqlitejdbc.dll Mac/aarch64/libsqlitejdbc.dylib; do
    unzip -l "$home"/lib/sqlite-jdbc-*.jar | grep -q "$word" || problem "the archive cannot be opened on ${word%%/*}"
done
(
    cd / || exit 1
    "$home/rollscope" --version &&
        "$home/rollscope" viewer --help >"$work/help.txt" &&
        "$home/rollscope" demo --headless --seconds 5 --data "$work/data" >"$work/demo.txt" 2>&1 &&
        "$home/rollscope" sessions verify --data "$work/data"
) || { cat "$work/demo.txt"; problem "what it holds does not run"; }
# On a machine without Java it says what to get.
mkdir -p "$work/bin" && for tool in dirname sed head; do ln -sf "$(command -v $tool)" "$work/bin/"; done
PATH=$work/bin JAVA_HOME='' /bin/sh "$home/rollscope" --version >"$work/nojava.txt" 2>&1 && problem "it runs without Java?"
grep -q 'Java 17 or newer is needed (found: none)' "$work/nojava.txt" || problem "without Java it says: $(cat "$work/nojava.txt")"
echo "viewer.bat and rollscope.bat: form only, SKIPPED: no Windows here"
exit $bad
