"""The program as a process of a worker: text in, text out."""

from __future__ import annotations

import subprocess
import tempfile
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field

# Exit codes of rdpwhy that come with valid results: analysed, found, nothing readable, partial.
VALID_CODES = frozenset({0, 1, 2, 3})
CHUNK = 1 << 20


class ProgramError(Exception):
    """The program ended in a way that leaves no results."""


@dataclass(frozen=True)
class Program:
    """How rdpwhy is called. Its value is sent to the workers."""

    #: Path of the binary on the workers; with `--archives`, a path inside of the archive.
    path: str = "rdpwhy"
    #: Options of the analysis, as `--port 3390`; the same for all series.
    options: tuple[str, ...] = field(default=())
    #: Seconds after which a series is given up.
    timeout: float = 3600.0

    def run(self, arguments: Iterable[str], stdin: Iterable[bytes] = ()) -> str:
        """Runs the program to its end. Input and output go through files, so neither can block the other."""
        command = [self.path, *arguments]
        with tempfile.TemporaryFile() as source, tempfile.TemporaryFile() as errors:
            for piece in stdin:
                source.write(piece)
            source.seek(0)
            try:
                done = subprocess.run(
                    command, stdin=source, stdout=subprocess.PIPE, stderr=errors, timeout=self.timeout, check=False
                )
            except (OSError, subprocess.TimeoutExpired) as error:
                raise ProgramError(f"{self.path}: {error}") from error
            if done.returncode not in VALID_CODES:
                errors.seek(0)
                reason = errors.read().decode(errors="replace").strip().splitlines()[-1:] or ["no message"]
                raise ProgramError(f"{self.path} ended with {done.returncode}: {reason[0]}")
            return done.stdout.decode()

    def observe(self, line: str) -> str:
        """What one series of a plan shows, as lines of facts."""
        return self.run(
            ["batch", "run", "--manifest", "-", "--format", "facts", "--quiet", "--jobs", "1", *self.options],
            [line.encode() + b"\n"],
        )

    def reduce(self, facts: Iterable[bytes], *, is_part: bool) -> str:
        """Judges facts of many series; lines of NDJSON."""
        part = ["--part"] if is_part else []
        return self.run(["reduce", "--quiet", "--format", "ndjson", *part, "-"], facts)


def pieces(stored: Iterable[bytes | str]) -> Iterator[bytes]:
    """Facts that a row holds, or that lie in a file."""
    for item in stored:
        if isinstance(item, bytes | bytearray):
            yield bytes(item)
            continue
        with open(item, "rb") as file:
            while piece := file.read(CHUNK):
                yield piece
