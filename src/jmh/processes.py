# SPDX-License-Identifier: Apache-2.0
# Copyright The Rollscope contributors
"""What the kernel counts of a process, and the processes of a comparison."""

import glob
import os
import signal
import socket
import subprocess
import time


def counts(pid):
    """Processor time in us, wake-ups, and resident memory in MB of all threads of a process."""
    cpu_ns = wake_ups = 0
    for task in glob.glob(f'/proc/{pid}/task/*'):
        try:
            cpu_ns += int(open(f'{task}/schedstat').read().split()[0])
            for line in open(f'{task}/status'):
                if line.startswith('voluntary_ctxt_switches'):
                    wake_ups += int(line.split()[1])
        except (FileNotFoundError, ProcessLookupError):
            pass  # the thread has ended
    rss_kb = next(int(line.split()[1]) for line in open(f'/proc/{pid}/status') if line.startswith('VmRSS'))
    return {'cpu_us': cpu_ns / 1000, 'wake_ups': wake_ups, 'rss_mb': rss_kb / 1024}


def free_port():
    with socket.socket() as taken:
        taken.bind(('127.0.0.1', 0))
        return taken.getsockname()[1]


class Running:
    """A process that ends with its block; what it says goes to a file."""

    def __init__(self, command, log, ready=None, env=None):
        self.log = log
        self.out = open(log, 'w')
        self.process = subprocess.Popen(
            [str(word) for word in command], stdout=self.out, stderr=subprocess.STDOUT, env=env)
        self.pid = self.process.pid
        if ready:
            self.wait_for(ready)

    def wait_for(self, text, seconds=30):
        end = time.monotonic() + seconds
        while text not in open(self.log).read():
            if self.process.poll() is not None or time.monotonic() > end:
                raise SystemExit(f'{self.process.args[0]}: no "{text}" in its output:\n{open(self.log).read()[-2000:]}')
            time.sleep(0.02)

    def __enter__(self):
        return self

    def __exit__(self, *ignored):
        if self.process.poll() is None:
            self.process.send_signal(signal.SIGTERM)
            try:
                self.process.wait(30)
            except subprocess.TimeoutExpired:
                self.process.kill()
        self.out.close()


def mosquitto(folder):
    """A broker without persistence on a free loopback port."""
    port = free_port()
    settings = os.path.join(folder, 'mosquitto.conf')
    with open(settings, 'w') as file:
        file.write(f'listener {port} 127.0.0.1\nallow_anonymous true\nset_tcp_nodelay true\nconnection_messages false\n')
    broker = Running(['mosquitto', '-c', settings], os.path.join(folder, 'mosquitto.log'))
    end = time.monotonic() + 10
    while True:
        try:
            socket.create_connection(('127.0.0.1', port), 1).close()
            return broker, port
        except OSError:
            if time.monotonic() > end or broker.process.poll() is not None:
                raise SystemExit('mosquitto does not start: ' + open(broker.log).read())
            time.sleep(0.05)
