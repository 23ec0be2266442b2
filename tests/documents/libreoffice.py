"""LibreOffice without a screen, which reads a file of ours and writes what it has read in another format."""

import shutil
import subprocess
from pathlib import Path

PROGRAM = shutil.which("soffice") or shutil.which("libreoffice") or ""
HAS_WRITER = bool(PROGRAM) and (Path(PROGRAM).resolve().parent / "libswlo.so").exists()
"""Whether its word processor is there; Debian has that in a package of its own."""


def converted(file: Path, suffix: str, *options: str) -> Path:
    """What LibreOffice makes of a file, beside it; its own settings are there, too."""
    profile = f"-env:UserInstallation={(file.parent / 'profile').as_uri()}"
    command: list[str | Path] = [
        PROGRAM,
        profile,
        "--headless",
        *options,
        "--convert-to",
        suffix,
        "--outdir",
        file.parent,
        file,
    ]
    subprocess.run(command, check=True, capture_output=True, timeout=120)
    [made] = [path for path in file.parent.iterdir() if path.name.startswith(file.stem) and path.suffix == f".{suffix}"]
    return made
