"""Writing: all at once, only what changed, and a failed or killed run leaves the former output whole."""

from __future__ import annotations

import hashlib
import os
import signal
import subprocess
import sys
import textwrap
import time
from pathlib import Path

import pytest

from generator.write import read_manifest, write
from tests.places import ROOT


def tree(folder: Path) -> dict[str, str]:
    return {p.relative_to(folder).as_posix(): hashlib.sha256(p.read_bytes()).hexdigest()
            for p in sorted(folder.rglob("*")) if p.is_file()}


def put(unit: Path, files: dict[str, bytes], **more):
    return write(unit, files, made_from={}, edition="1", **more)


def test_files_and_a_manifest_with_checksums_are_written(tmp_path):
    written, problems = put(tmp_path / "unit", {"a/b.txt": b"one"})

    assert not problems
    assert written.changed == ("a/b.txt",)
    assert read_manifest(tmp_path / "unit")["files"]["a/b.txt"]["sha256"] == hashlib.sha256(b"one").hexdigest()


def test_an_unchanged_file_keeps_its_inode_and_time(tmp_path):
    unit = tmp_path / "unit"
    put(unit, {"same.txt": b"same", "new.txt": b"old"})
    before = (unit / "same.txt").stat()

    written, _ = put(unit, {"same.txt": b"same", "new.txt": b"new"})

    after = (unit / "same.txt").stat()
    assert (before.st_ino, before.st_mtime_ns) == (after.st_ino, after.st_mtime_ns)
    assert written.changed == ("new.txt",)


def test_nothing_changed_touches_nothing(tmp_path):
    unit = tmp_path / "unit"
    put(unit, {"a.txt": b"a"})
    before = {p: p.stat().st_mtime_ns for p in [unit, *unit.rglob("*")]}

    written, _ = put(unit, {"a.txt": b"a"})

    assert written.changed == ()
    assert {p: p.stat().st_mtime_ns for p in [unit, *unit.rglob("*")]} == before


def test_a_file_of_an_earlier_build_goes_and_a_users_own_file_stays(tmp_path):
    unit = tmp_path / "unit"
    put(unit, {"old.txt": b"old", "kept.txt": b"kept"})
    (unit / "notes.txt").write_text("mine")

    written, _ = put(unit, {"new.txt": b"new"}, keep=frozenset({"kept.txt"}))

    assert written.removed == ("old.txt",)
    assert set(tree(unit)) == {"new.txt", "kept.txt", "notes.txt", "manifest.json"}


def test_a_file_changed_by_hand_is_made_whole_again(tmp_path):
    unit = tmp_path / "unit"
    put(unit, {"a.txt": b"a"})
    (unit / "a.txt").write_bytes(b"damaged")

    put(unit, {"a.txt": b"a"})

    assert (unit / "a.txt").read_bytes() == b"a"


def test_a_place_that_cannot_be_written_is_a_problem_with_a_remedy(tmp_path):
    (tmp_path / "file").write_text("in the way")

    written, problems = put(tmp_path / "file" / "unit", {"a.txt": b"a"})

    assert written is None
    assert problems[0].code == "TC702"


@pytest.mark.skipif(os.geteuid() != 0 or not Path("/dev/shm").is_dir(), reason="needs root to mount a small disk")
def test_a_full_disk_leaves_the_former_output_whole(tmp_path):
    disk = tmp_path / "disk"
    disk.mkdir()
    if subprocess.run(["mount", "-t", "tmpfs", "-o", "size=256k", "tmpfs", str(disk)], capture_output=True).returncode:
        pytest.skip("this machine does not let us mount a small disk")
    try:
        put(disk / "unit", {"a.txt": b"a" * 1000})
        before = tree(disk)

        written, problems = put(disk / "unit", {"a.txt": b"b" * 1000, "big.bin": b"x" * 1_000_000})

        assert written is None
        assert problems[0].code == "TC701"
        assert tree(disk) == before
    finally:
        subprocess.run(["umount", str(disk)], check=True)


def test_a_run_killed_at_any_moment_leaves_old_or_new_output_never_a_mixture(tmp_path):
    unit = tmp_path / "unit"
    script = textwrap.dedent("""
        import sys
        from pathlib import Path
        from generator.write import write
        unit, mark = Path(sys.argv[1]), sys.argv[2].encode()
        print("go", flush=True)
        write(unit, {f"f{n}.txt": mark * 20000 for n in range(60)}, made_from={}, edition=sys.argv[2])
    """)

    def run(mark: str, kill_after: float | None) -> None:
        process = subprocess.Popen([sys.executable, "-c", script, str(unit), mark], cwd=ROOT, stdout=subprocess.PIPE)
        process.stdout.readline()
        if kill_after is not None:
            time.sleep(kill_after)
            process.send_signal(signal.SIGKILL)
        process.wait()

    run("a", None)
    for n in range(12):
        run("bc"[n % 2], 0.004 * n)
        read_manifest(unit)  # the next run begins so, and puts back what a kill left aside
        contents = {p.read_bytes()[:1] for p in unit.glob("f*.txt")}
        assert len(contents) == 1, "a mixture of two builds"
        assert len(list(unit.glob("f*.txt"))) == 60
    assert not [p for p in tmp_path.iterdir() if p.name.startswith(".unit.former")]
