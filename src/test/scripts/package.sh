#!/usr/bin/env bash
# SPDX-License-Identifier: Apache-2.0
# The Debian package in a Debian of its own: package.sh WORK_FOLDER, from the repository's root, as root, after packages.sh. Lintian and
# systemd-analyze judge it; the test installs it in a fresh root with apt, boots that root under systemd, sets it up, kills, hangs, upgrades and purges it.
set -uo pipefail
work=$1
root=$work/root
skip() { echo "SKIPPED: $1"; exit 77; }
[ "$(id -u)" = 0 ] || skip "not root: a Debian root cannot be made"
for tool in mmdebstrap lintian systemd-nspawn systemd-analyze nsenter; do
    command -v $tool >/dev/null || skip "$tool is missing"
done
mkdir -p "$work"
machine=''
cleanup() {
    [ -z "$machine" ] || { kill -KILL "$(cat "$work/leader" 2>/dev/null)" "$machine" 2>/dev/null; wait "$machine" 2>/dev/null; }
    rm -rf "$root"
}
trap cleanup EXIT
passed=0 failed=0
check() { # what, then a command that must succeed
    local what=$1
    shift
    if "$@"; then passed=$((passed + 1)); else failed=$((failed + 1)); echo "FAILED $what"; fi
}

echo "== the package"
package=$(ls target/rollscope_*_all.deb) || exit 1
check "lintian has no error" lintian --fail-on error --tag-display-limit 0 "$package" 2>"$work/lintian.err"
score=$(systemd-analyze security --offline=true src/main/deb/rollscope.service | sed -n 's/.*exposure level for rollscope.service: \([0-9.]*\).*/\1/p')
echo "systemd-analyze security: $score (at most 4.5)"
check "the unit is hardened" awk -v s="$score" 'BEGIN { exit !(s != "" && s <= 4.5) }'
untold=$(for jar in target/lib/*.jar; do
    name=$(basename "$jar")
    for pattern in $(sed -n 's/^\(Files:\)\{0,1\} *usr\/share\/rollscope\/lib\/\([^ ]*\)\*$/\2/p' src/main/deb/copyright); do
        case $name in "$pattern"*) continue 2 ;; esac
    done
    echo "$name"
done)
check "the licence of every library is told; not of: $untold" test -z "$untold"

echo "== a Debian of its own"
started=$SECONDS
mmdebstrap --quiet --variant=apt --include=systemd,dbus,udev,adduser,procps bookworm "$root" >"$work/root.log" 2>&1 ||
    { tail -n 3 "$work/root.log"; skip "a Debian root could not be made"; }
echo "made in $((SECONDS - started)) s"
# Services do not start while a chroot is furnished; whoever boots it starts them.
printf '#!/bin/sh\nexit 101\n' >"$root/usr/sbin/policy-rc.d" && chmod 755 "$root/usr/sbin/policy-rc.d"
cp "$package" "$root/opt/rollscope.deb"
started=$SECONDS
# Its own view of processes, gone with the command.
in_root() {
    unshare --pid --fork --mount-proc="$root/proc" chroot "$root" \
        env DEBIAN_FRONTEND=noninteractive LC_ALL=C.UTF-8 PATH=/usr/sbin:/usr/bin:/sbin:/bin "$@"
}
in_root apt-get -qq update >"$work/apt.log" 2>&1
in_root apt-get -y --no-install-recommends install /opt/rollscope.deb >>"$work/apt.log" 2>&1 || { tail -n 20 "$work/apt.log"; exit 1; }
echo "installed with its Java in $((SECONDS - started)) s"
check "it says what comes next" grep '^Rollscope is installed' "$work/apt.log"
rm "$root/usr/sbin/policy-rc.d"
check "the command runs" in_root rollscope --version
check "the settings of the machine hold" in_root rollscope config check
check "shared classes were made" test -s "$root/var/cache/rollscope/service.jsa"
check "what is recorded is for its group only" test "$(in_root stat -c '%U:%G %a' /var/lib/rollscope)" = 'rollscope:rollscope 2770'
check "the firmware is there, and says what it is" in_root rollscope flash --new --dry-run
check "the manual names its commands" grep -q '^\.B sessions$' <(zcat "$root/usr/share/man/man1/rollscope.1.gz")

echo "== under systemd"
: >"$work/boot.log"
systemd-nspawn --quiet -D "$root" --boot --register=no --keep-unit --private-network --kill-signal=SIGRTMIN+3 \
    --console=pipe systemd.unit=multi-user.target >"$work/boot.log" 2>&1 </dev/null &
machine=$!
leader() { pgrep -P "$machine" | head -n 1 | tee "$work/leader"; }
inside() { nsenter --target "$(cat "$work/leader")" --all --wdns=/ env LC_ALL=C.UTF-8 PATH=/usr/sbin:/usr/bin:/sbin:/bin "$@"; }
until_true() { # seconds, then a command
    local end=$((SECONDS + $1))
    shift
    until "$@" >/dev/null 2>&1; do
        [ $SECONDS -lt $end ] || return 1
        sleep 0.2
    done
}
booted() { # "degraded" is booted too, and comes with exit code 1
    leader >/dev/null || return 1
    case $(inside systemctl is-system-running 2>/dev/null) in running | degraded) ;; *) return 1 ;; esac
}
until_true 60 booted || { tail -n 3 "$work/boot.log"; [ $failed -eq 0 ] || exit 1; skip "systemd does not start in a container here: $passed checks before it passed, $failed failed"; }
property() { inside systemctl show rollscope -p "$1" --value; }
active() { [ "$(property ActiveState)" = active ]; }
check "the service is running after the boot, as its systemd says" until_true 60 active
active || { inside systemctl status --no-pager rollscope; inside journalctl --no-pager -u rollscope | tail -n 20; }

sessions() { inside rollscope sessions list --json | python3 -c 'import json,sys; print(len(json.load(sys.stdin)["sessions"]))'; }
recorded() { [ "$(sessions)" -ge "$1" ]; }
process() { property MainPID; }
check "a session is recorded" until_true 30 recorded 1
pid=$(process)
check "machine code comes from the installation" inside grep -q '/usr/lib/rollscope/natives/' "/proc/$pid/maps"
check "nothing is unpacked into a folder for temporary files" test "$(inside grep -c ' /tmp/' "/proc/$pid/maps")" = 0
check "the shared classes are in use" inside grep -q '/var/cache/rollscope/service.jsa' "/proc/$pid/maps"
check "it is not root" test "$(inside stat -c %U "/proc/$pid")" = rollscope
ticks() { inside awk '{ print $14 + $15 }' "/proc/$pid/stat"; }
first=$(ticks)
sleep 5
second=$(ticks)
echo "under the package's flags: ready $(($(property ActiveEnterTimestampMonotonic) / 1000 - $(property ExecMainStartTimestampMonotonic) / 1000)) ms after its start," \
    "memory $(inside awk '/^VmRSS/ { print int($2 / 1024) }' "/proc/$pid/status") MB (peak $(inside awk '/^VmHWM/ { print int($2 / 1024) }' "/proc/$pid/status")) MB," \
    "processor of one core $(((second - first) * 100 / $(getconf CLK_TCK) / 5)) % at 48 pads and 100 Hz, simulating them too"

echo "== set up as its user would, for viewers on other machines too"
inside useradd --create-home member && inside useradd --create-home stranger
inside env SUDO_USER=member rollscope setup --yes --athlete anna-1 --roller-id cellar --share >"$work/setup.txt" 2>&1
check "setup ends well" test $? = 0
cat "$work/setup.txt"
check "the service runs with what was set" until_true 30 active
check "it says so" until_true 30 inside rollscope status # the service writes its state every 5 s
check "whoever set it up is in the group" sh -c "grep -q '^rollscope:.*member' '$root/etc/group'"
recorded_as() { inside rollscope sessions list --json | grep -q -- "-$1\""; }
check "a session of the roller's new name is recorded" until_true 60 recorded_as cellar
inside rollscope setup --undo >"$work/undo.txt" 2>&1
check "it can be undone" test $? = 0
cat "$work/undo.txt"
check "the service runs with the settings of before" until_true 30 active

echo "== people of the machine"
check "a member of the group sees what was recorded" inside runuser -u member -- rollscope sessions list
inside runuser -u stranger -- rollscope sessions list >"$work/stranger.txt" 2>&1 && { failed=$((failed + 1)); echo "FAILED a stranger sees what was recorded"; }
check "a stranger is told what to do" grep -q 'group rollscope' "$work/stranger.txt"
cat "$work/stranger.txt"
check "a member makes a profile that the service can use" inside runuser -u member -- rollscope athlete add anna
check "and the service can write" inside runuser -u rollscope -- rollscope athlete set anna --care
check "what a member agrees to" inside runuser -u member -- rollscope athlete consent anna --agree
check "the service can read" inside runuser -u rollscope -- sh -c 'rollscope athlete clearance anna; test $? -le 1'

echo "== killed, hanging, misconfigured"
restarted() { [ "$(property NRestarts)" -gt "$1" ] && active; }
inside kill -KILL "$(process)"
check "a killed service comes back" until_true 30 restarted 0
mkdir -p "$root/etc/systemd/system/rollscope.service.d"
# Long enough for a busy machine to let it speak, and shorter than the pause below.
printf '[Service]\nWatchdogSec=5\n' >"$root/etc/systemd/system/rollscope.service.d/test.conf"
inside systemctl daemon-reload && inside systemctl restart rollscope
check "it runs with a shorter watch" until_true 30 active
hung=$(process)
sleep 7
check "it says in time that it works" test "$(process)" = "$hung"
inside kill -STOP "$hung"
different() { active && [ "$(process)" != "$hung" ]; }
check "one that hangs is ended and started anew" until_true 40 different
# What is said in the last moment may reach the journal after the state has changed.
check "the journal knows why" until_true 10 sh -c "nsenter --target $(cat "$work/leader") --all journalctl --no-pager -u rollscope | grep -q 'Watchdog timeout'"
rm -r "$root/etc/systemd/system/rollscope.service.d"
cp "$root/etc/rollscope/rollscope.yaml" "$work/settings.yaml"
printf 'service:\n  eco_batch_ms: 7\n' >>"$root/etc/rollscope/rollscope.yaml"
inside systemctl daemon-reload
inside systemctl restart rollscope 2>/dev/null
given_up() { [ "$(property ActiveState)" = failed ]; }
check "refused settings end it for good" until_true 30 given_up
check "the journal names file, line and key" until_true 10 sh -c "nsenter --target $(cat "$work/leader") --all journalctl --no-pager -u rollscope -n 20 | grep 'rollscope.yaml:5: .*eco_batch_ms'"
printf 'roller_id: cellar\n' | cat "$work/settings.yaml" - >"$root/etc/rollscope/rollscope.yaml"
printf 'ROLLSCOPE_OPTIONS="--source sim:hurried"\n' >"$root/etc/default/rollscope"
inside systemctl restart rollscope
check "mended, it runs" until_true 30 active

echo "== upgrade, another Java, removal, purge"
before=$(sessions)
rm -rf "$work/next" && dpkg-deb -R "$package" "$work/next" && sed -i 's/^Version: .*/&+next/' "$work/next/DEBIAN/control" && dpkg-deb -Znone -b "$work/next" "$root/opt/next.deb" >/dev/null || exit 1
inside sh -c 'apt-get -y install /opt/next.deb </dev/null' >"$work/upgrade.log" 2>&1
check "the upgrade asks nothing and fails nothing" grep -q 'Setting up rollscope' "$work/upgrade.log"
check "it runs after the upgrade" until_true 30 active
check "the version is the next one" test "$(inside dpkg-query -W -f '${Version}' rollscope | grep -c next)" = 1
check "settings are kept" grep -q cellar "$root/etc/rollscope/rollscope.yaml"
check "a changed conffile is kept" grep -q hurried "$root/etc/default/rollscope"
check "what was recorded is kept" recorded "$before"
check "it is sound" inside rollscope sessions verify
made=$(stat -c %Y "$root/var/cache/rollscope/service.jsa")
inside dpkg-trigger --by-package=rollscope --no-await /usr/lib/jvm && inside dpkg --triggers-only rollscope >"$work/trigger.log" 2>&1
check "another Java gets its own shared classes" test "$(stat -c %Y "$root/var/cache/rollscope/service.jsa")" -gt "$made"
check "and the service runs" until_true 30 active
inside apt-get -y remove rollscope >"$work/remove.log" 2>&1
check "removed, nothing runs" test "$(inside pgrep -c -u rollscope)" = 0
check "removed, settings and recordings stay" test -e "$root/etc/rollscope/rollscope.yaml" -a -n "$(ls "$root/var/lib/rollscope")"
inside apt-get -y purge rollscope >"$work/purge.log" 2>&1
left=$(inside find / -xdev \( -name '*rollscope*' -o -nouser -o -nogroup \) -not -path '/proc/*' -not -path '/opt/*' -not -path '/var/log/*' -not -path '/var/lib/dpkg/*' -not -path '/sys/*' -not -path '/home/*')
check "purged, nothing is left; not: $left" test -z "$left"
check "purged, its user is gone" sh -c "! grep -q '^rollscope:' '$root/etc/passwd' '$root/etc/group'"
echo "$passed passed, $failed failed"
[ $failed -eq 0 ]
