#!/usr/bin/env bash
# SPDX-License-Identifier: Apache-2.0
# Builds the zip for desktops and the Debian package, twice: packages.sh WORK_FOLDER, from the repository's root. The same sources give the same
# bytes, so that anybody can check that a package was made from them.
set -uo pipefail
work=$1
mkdir -p "$work"
build() { mvn -q -B -ntp package -Pzip,deb -Dmaven.test.skip=true -Dspotless.check.skip; }
rm -f target/rollscope-*-desktop.zip target/rollscope_*_all.deb
build && cp target/rollscope-*-desktop.zip target/rollscope_*_all.deb "$work" && build || exit 1
bad=0
for file in "$work"/*; do
    cmp "$file" "target/$(basename "$file")" || { echo "packages: two builds of $(basename "$file") differ"; bad=1; }
    echo "$(basename "$file"): $(($(stat -c %s "$file") / 1000000)) MB, sha256 $(sha256sum "$file" | cut -c 1-16)..., twice the same"
done
exit $bad
