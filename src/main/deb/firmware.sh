#!/bin/sh
# SPDX-License-Identifier: Apache-2.0
# Lays the firmware of the reference roller into a folder, for `rollscope flash`: firmware.sh FOLDER. Without the compiler for it the package
# has none, and flash says how to get it.
set -e
mkdir -p "$1"
if command -v avr-gcc >/dev/null; then
    make -s -C hardware/firmware >/dev/null
    cp hardware/firmware/build/rollscope.hex "$1"
else
    echo "no avr-gcc here (apt-get install gcc-avr avr-libc): the package is made without firmware" >&2
fi
