#!/usr/bin/env python3
# SPDX-License-Identifier: Apache-2.0
"""What the spool does under floods, with an account at the end of each.

    floods.py overflow [FILES]    the queue of inotify overflows while the watcher is stopped
    floods.py watcher [FILES]     the watcher is killed again and again while files arrive
    floods.py full [FILES]        the outbox lies on a tmpfs of 10 MB that fills up and is freed again (needs root)
    floods.py backlog [FILES]     files wait at the start: time to the first result, memory

Needs a release build. Exit status 1 where anything was lost, doubled or half-written.
"""
import json, os, shutil, signal, subprocess, sys, tempfile, threading, time
from pathlib import Path

PROGRAM = Path(__file__).resolve().parents[2] / ".build/release/copydesk"
CHAIN = [{"plugin": "normalize"}]


def text(number):
    return f"GENEVA — At least {number} people were killed on Friday, the United Nations said.\n\nAid has not arrived in {number} places.\n"


class Desk:
    def __init__(self, **manifest):
        self.folder = Path(tempfile.mkdtemp(prefix="copydesk-flood-"))
        self.inbox, self.outbox = self.folder / "inbox", self.folder / "outbox"
        self.archive, self.quarantine = self.folder / "archive", self.folder / "quarantine"
        self.inbox.mkdir()
        (self.folder / "plugins.json").write_text(json.dumps({"stages": CHAIN, "retry_delay": "100ms", **manifest}))
        self.lines, self.heard = [], threading.Condition()

    def start(self, *arguments):
        self.began = time.monotonic()
        self.process = subprocess.Popen(
            [PROGRAM, "run", "--manifest", self.folder / "plugins.json", *arguments],
            stderr=subprocess.PIPE, stdout=subprocess.DEVNULL, text=True, errors="replace")
        threading.Thread(target=self._listen, args=[self.process], daemon=True).start()
        return self

    def _listen(self, process):
        for line in process.stderr:
            with self.heard:
                self.lines.append((time.monotonic() - self.began, line))
                self.heard.notify_all()

    def wait(self, condition, seconds):
        """Until a line fulfils the condition; gives its time since the start."""
        end, at = time.monotonic() + seconds, 0
        with self.heard:
            while True:
                while at < len(self.lines):
                    if condition(self.lines[at][1]):
                        return self.lines[at][0]
                    at += 1
                if not self.heard.wait(max(0, end - time.monotonic())) and time.monotonic() > end:
                    return None

    def settle(self, files, seconds):
        """Until so many originals are archived."""
        end = time.monotonic() + seconds
        while time.monotonic() < end and count(self.archive) < files:
            time.sleep(0.2)

    def watcher(self):
        children = Path(f"/proc/{self.process.pid}/task/{self.process.pid}/children").read_text().split()
        if not children:
            for task in Path(f"/proc/{self.process.pid}/task").iterdir():
                children += (task / "children").read_text().split()
        return int(children[0]) if children else None

    def status(self, field):
        for line in Path(f"/proc/{self.process.pid}/status").read_text().splitlines():
            if line.startswith(field):
                return int(line.split()[1]) / 1024

    def stop(self):
        self.process.send_signal(signal.SIGTERM)
        self.process.wait(60)

    def account(self, name, files, **more):
        names = {f"{number}.txt" for number in range(files)}
        archived, results = listing(self.archive), listing(self.outbox)
        waiting, failed = listing(self.inbox), listing(self.quarantine)
        lost = len(names - archived) + len({f"{n}.json" for n in names} - results)
        doubled = len(archived - names) + len(results - {f"{n}.json" for n in names}) + len(archived & waiting)
        partial = sum(not whole(self.outbox / result) for result in results)
        more = {"files": files, "lost": lost, "doubled": doubled, "half-written": partial, "failed": len(failed), **more}
        print(f"{name}: " + ", ".join(f"{key} {value}" for key, value in more.items()))
        return lost == doubled == partial == len(failed) == 0

    def remove(self):
        shutil.rmtree(self.folder, ignore_errors=True)


def listing(folder):
    return {entry.name for entry in os.scandir(folder) if entry.is_file() and not entry.name.startswith(".")} if folder.exists() else set()


def count(folder):
    return sum(not entry.name.startswith(".") for entry in os.scandir(folder)) if folder.exists() else 0


def whole(path):
    try:
        return "provenance" in json.loads(path.read_bytes())
    except ValueError:
        return False


def overflow(files=50_000):
    desk = Desk().start()
    desk.wait(lambda line: "ready" in line, 10)
    os.kill(desk.watcher(), signal.SIGSTOP)
    for number in range(files):
        (desk.inbox / f"{number}.txt").write_text(text(number))
    os.kill(desk.watcher(), signal.SIGCONT)
    overflowed = desk.wait(lambda line: "queue of events" in line, 60) is not None
    desk.settle(files, 600)
    desk.stop()
    limit = Path("/proc/sys/fs/inotify/max_queued_events").read_text().strip()
    good = desk.account("overflow", files, **{"queue": limit, "overflowed": overflowed})
    desk.remove()
    return good and overflowed


def watcher(files=20_000):
    desk = Desk().start()
    desk.wait(lambda line: "ready" in line, 10)
    kills, dropping = 0, True

    def drop():
        nonlocal dropping
        for number in range(files):
            (desk.inbox / f"{number}.txt").write_text(text(number))
        dropping = False

    thread = threading.Thread(target=drop)
    thread.start()
    while dropping:
        time.sleep(0.02)
        if (pid := desk.watcher()) is not None:
            try:
                os.kill(pid, signal.SIGKILL)
                kills += 1
            except ProcessLookupError:
                pass
    thread.join()
    desk.settle(files, 300)
    desk.stop()
    good = desk.account("watcher", files, kills=kills)
    desk.remove()
    return good and kills > 0


def full(files=6_000):
    # Once room is kept by min_free, once the disk fills up to its last byte.
    return all([fill(files, "full", {}), fill(files, "full to the last byte", {"min_free": "1B"})])


def fill(files, name, manifest):
    desk = Desk(**manifest)
    mounted, kept = desk.outbox, desk.folder / "kept"
    mounted.mkdir()
    kept.mkdir()
    if subprocess.run(["mount", "-t", "tmpfs", "-o", "size=10m", "copydesk-flood", mounted]).returncode:
        print(f"{name}: skipped, as a tmpfs cannot be mounted here (run as root)")
        desk.remove()
        return True
    try:
        for number in range(files):
            (desk.inbox / f"{number}.txt").write_text(text(number))
        filled, freed = 0, 0
        desk.start()
        end = time.monotonic() + 600
        while count(desk.archive) < files and time.monotonic() < end:
            before = count(desk.archive)
            time.sleep(1)
            if count(desk.archive) > before:
                continue
            # No progress for a second: the disk is full. What lies there is taken away, as an operator would.
            freed += 1
            space = os.statvfs(mounted)
            filled = max(filled, 1 - space.f_bavail / space.f_blocks)
            for result in listing(mounted):
                shutil.move(mounted / result, kept / result)
        desk.stop()
        for result in listing(mounted):
            shutil.move(mounted / result, kept / result)
        said = sum("pausing" in line or "put back" in line for _, line in desk.lines)
        desk.outbox = kept
        good = desk.account(name, files, **{"filled": f"{filled:.0%}", "freed": freed, "lines about it": said})
        return good and freed > 0
    finally:
        subprocess.run(["umount", "-l", mounted])
        desk.remove()


def backlog(files=1_000_000):
    desk = Desk(stages=[])
    # The same file system with little to do, for comparison.
    small = Desk(stages=[])
    (small.inbox / "0.txt").write_text(text(0))
    small.start()
    small.wait(lambda line: " done " in line, 30)
    time.sleep(3)
    idle = small.status("VmHWM")
    small.stop()
    small.remove()
    for number in range(files):
        with open(desk.inbox / f"{number}.txt", "w") as file:
            file.write(text(number))
    desk.start()
    first = desk.wait(lambda line: " done " in line, 120)
    peaks = []
    for _ in range(12):
        time.sleep(5)
        peaks.append(round(desk.status("VmHWM")))
    fresh = time.monotonic()
    (desk.inbox / "fresh.txt").write_text("A fresh article.")
    desk.wait(lambda line: "article=fresh.txt" in line, 60)
    fresh = time.monotonic() - fresh
    desk.stop()
    done = count(desk.archive)
    print(
        f"backlog: files {files}, first result after {first:.2f} s, peak memory {peaks[0]} MB after 5 s and {peaks[-1]} MB after 60 s "
        f"(one file: {idle:.0f} MB), done in 60 s {done}, a fresh file among them after {fresh:.2f} s, "
        f"lost {files + 1 - done - count(desk.inbox)}")
    good = done + count(desk.inbox) == files + 1
    desk.remove()
    return good


if __name__ == "__main__":
    tasks = {"overflow": overflow, "watcher": watcher, "full": full, "backlog": backlog}
    if len(sys.argv) < 2 or sys.argv[1] not in tasks:
        sys.exit(__doc__)
    sys.exit(0 if tasks[sys.argv[1]](*map(int, sys.argv[2:])) else 1)
