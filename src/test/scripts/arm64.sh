#!/usr/bin/env bash
# SPDX-License-Identifier: Apache-2.0
# The service on the Java of a 64-bit Raspberry Pi, under qemu-user: arm64.sh WORK_FOLDER, from the repository's root. A simulated session is
# recorded there, with the machine code that ships for ARM; it must give the events that it gives here, bit for bit. It proves that things load and
# compute the same, not how fast they are.
set -uo pipefail
work=$1
skip() { echo "SKIPPED: $1"; exit 77; }
[ "$(uname -m)" = x86_64 ] || skip "this machine is no x86-64: run the other tests here, they are it"
command -v qemu-aarch64 >/dev/null || skip "qemu-user is missing; install it with: apt-get install qemu-user"
command -v apt-get >/dev/null || skip "no apt-get here, which fetches Debian's Java for arm64"
mkdir -p "$work/lists/partial" "$work/cache/archives/partial" "$work/root" || exit 1
: >"$work/status"
# A state of its own: what this machine has installed, and for which processors, stays as it is.
apt=(apt-get -qq -o APT::Architecture=arm64 -o APT::Architectures=arm64 -o "Dir::State::lists=$work/lists" -o "Dir::State::status=$work/status"
    -o "Dir::Cache=$work/cache" -o APT::Sandbox::User=root -o Debug::NoLocking=1)
{ "${apt[@]}" update && "${apt[@]}" -y --no-install-recommends --download-only install openjdk-17-jre-headless; } >"$work/apt.log" 2>&1 ||
    { tail -n 3 "$work/apt.log"; skip "Debian's Java for arm64 could not be fetched"; }
for package in "$work"/cache/archives/*.deb; do dpkg-deb -x "$package" "$work/root" || exit 1; done
java=$work/root/usr/lib/jvm/java-17-openjdk-arm64/bin/java
./rollscope --version >/dev/null || exit 1 # builds where that is needed

rollscope() { # arguments
    qemu-aarch64 -L "$work/root" "$java" -XX:+UseSerialGC -XX:TieredStopAtLevel=1 -Xmx256m -Drollscope.home="$PWD" \
        -Xlog:library=info:file="$work/libraries.log" -cp 'target/rollscope.jar:target/lib/*' org.rollscope.app.Main "$@"
}

failed=0
problem() { echo "FAILED $*"; failed=1; }
qemu-aarch64 -L "$work/root" "$java" -version 2>&1 | sed -n 2p
./rollscope simulate --scenario coached --seed 5 --seconds 40 --out "$work/made" >/dev/null || exit 1
rollscope replay "$work/made/session.rsw" --speed max --data "$work/there" >"$work/replay.txt" 2>&1 || { tail -n 5 "$work/replay.txt"; problem "a session is recorded"; }
./rollscope replay "$work/made/session.rsw" --speed max --data "$work/here" >/dev/null 2>&1 || exit 1
grep -q 'machine code' "$work/replay.txt" && problem "shipped machine code is used: $(grep 'machine code' "$work/replay.txt")"
events() { # data folder
    local id
    id=$(./rollscope sessions list --json --data "$1" | python3 -c 'import json,sys; print(json.load(sys.stdin)["sessions"][0]["session_id"])') &&
        ./rollscope sessions show "$id" --json --data "$1" | python3 -c 'import json,sys; d=json.load(sys.stdin); print(json.dumps([d["events"], d["summary"]], indent=1))'
}
events "$work/here" >"$work/here.json" && events "$work/there" >"$work/there.json" || problem "events are read"
cmp "$work/here.json" "$work/there.json" || problem "events are the same bits as here"
echo "$(grep -c '"type"' "$work/there.json") events of a session of 40 s, the same bits on arm64 as here"
rollscope ports >"$work/ports.txt" 2>&1 || problem "ports: $(tail -n 1 "$work/ports.txt")"
# The buses of a Pi: there are none, and that is what is said, by the library with its machine code loaded.
rollscope doctor --source pi --data "$work/there" >"$work/doctor.txt" 2>&1
grep -q 'spidev0.0' "$work/doctor.txt" || problem "doctor knows the buses: $(tail -n 3 "$work/doctor.txt")"
# Loaded from the installation, not from a folder for temporary files.
cat >"$work/Loads.java" <<'JAVA'
public class Loads {
    public static void main(String[] files) {
        for (String file : files) {
            System.load(file);
            System.out.println("loads on " + System.getProperty("os.arch") + ": " + file.replaceAll(".*/", ""));
        }
    }
}
JAVA
javac --release 17 -d "$work" "$work/Loads.java" || exit 1
natives=$PWD/target/natives
qemu-aarch64 -L "$work/root" "$java" -XX:+UseSerialGC -cp "$work:target/rollscope.jar:target/lib/*" Loads "$natives/jSerialComm/Linux/armv8_64/libjSerialComm.so" \
    "$natives/sqlite/org/sqlite/native/Linux/aarch64/libsqlitejdbc.so" "$natives/jna/com/sun/jna/linux-aarch64/libjnidispatch.so" \
    "$natives/pi4j/aarch64/libpi4j-linuxfs.so" 2>&1 || problem "machine code loads"
exit $failed
