"""The one file to run, started for real in copies that hold a tiny game and tiny wheels."""

from __future__ import annotations

import ast
import ensurepip
import hashlib
import os
import re
import shutil
import signal
import subprocess
import sys
import sysconfig
import time
import tomllib
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

import pytest

import main
from tests.made_wheels import make_wheel, write_lock

CHECKOUT = Path(main.HERE)
pytestmark = pytest.mark.slow
"""Each makes a real environment."""

LOCKS = sorted(CHECKOUT.glob("requirements*.lock"))
POSIX_ONLY = pytest.mark.skipif(sys.platform == "win32", reason="this way is for other systems")
GAME = """
import sys
def main(argv):
    print("played", sys.prefix, *argv)
    if argv[:1] == ["wait"]:
        print("waiting", flush=True)
        import time
        time.sleep(60)
    return int(argv[1]) if argv[:1] == ["status"] else 0
"""


@dataclass(frozen=True, slots=True)
class Copy:
    """A folder with main.py, a game that says how it was played, and the wheels that it needs."""

    folder: Path
    home: Path

    def environment(self, **more: str) -> dict[str, str]:
        kept = {name: os.environ[name] for name in ("PATH", "SYSTEMROOT") if name in os.environ}
        return {**kept, "HOME": str(self.home), "LOCALAPPDATA": str(self.home), **more}

    def command(self, *arguments: str) -> list[str]:
        # -S hides what is installed for this Python: it is as good as new.
        return [main.base_python(), "-S", str(self.folder / "main.py"), *arguments]

    def start(self, *arguments: str, **more: str) -> subprocess.CompletedProcess[str]:
        return subprocess.run(
            self.command(*arguments),
            env=self.environment(**more),
            stdin=subprocess.DEVNULL,
            capture_output=True,
            text=True,
            encoding="utf-8",
            timeout=180,
            check=False,
        )

    def begin(self, *arguments: str) -> subprocess.Popen[str]:
        return subprocess.Popen(
            self.command(*arguments),
            env=self.environment(),
            stdin=subprocess.DEVNULL,
            stdout=subprocess.PIPE,
            stderr=subprocess.PIPE,
            text=True,
            encoding="utf-8",
            start_new_session=True,
        )

    def code(self, source: str) -> subprocess.CompletedProcess[str]:
        """Run code that has imported `main`, to change one circumstance before the start."""
        source = f"import sys; sys.path.insert(0, {str(self.folder)!r}); import main; {source}"
        return subprocess.run(
            [main.base_python(), "-S", "-c", source],
            env=self.environment(),
            capture_output=True,
            text=True,
            encoding="utf-8",
            timeout=180,
            check=False,
        )

    @property
    def venv(self) -> Path:
        return self.folder / ".venv"

    def stamp(self) -> dict[str, str]:
        return main.read_stamp(str(self.venv))


def make_copy(tmp_path: Path) -> Copy:
    folder = tmp_path / "Моя игра ✦ (1)"
    (folder / "game").mkdir(parents=True)
    (folder / "game" / "__init__.py").touch()
    (folder / "game" / "cli.py").write_text(GAME, encoding="utf-8")
    shutil.copy(CHECKOUT / "main.py", folder)
    wheels = []
    for module, distributions in main.CORE[1].items():
        name, version = next(iter(distributions.items()))
        wheels.append(make_wheel(folder / "wheels", name, version, {module: ""}))
    write_lock(folder / main.CORE[0], wheels)
    home = tmp_path / "home"
    home.mkdir()
    return Copy(folder, home)


@pytest.fixture
def copy(tmp_path: Path) -> Copy:
    """A game that nobody started yet, in a folder whose name has spaces and other letters."""
    return make_copy(tmp_path)


@pytest.fixture(scope="session")
def set_up_once(tmp_path_factory: pytest.TempPathFactory) -> Copy:
    copy = make_copy(tmp_path_factory.mktemp("ready"))
    first = copy.start()
    assert first.returncode == 0, first.stderr
    return copy


@pytest.fixture
def ready(set_up_once: Copy, tmp_path: Path) -> Copy:
    """A game that was set up, and may be broken at will."""
    copy = Copy(tmp_path / set_up_once.folder.name, tmp_path / "home")
    shutil.copytree(set_up_once.folder, copy.folder, symlinks=True)
    copy.home.mkdir()
    main.write_stamp(str(copy.venv), {**copy.stamp(), "path": str(copy.venv)})
    assert copy.start().stderr == ""
    return copy


@pytest.fixture
def wanting(ready: Copy) -> Copy:
    """A game that was set up, and whose lock has asked for one more package since."""
    wheels = list((ready.folder / "wheels").iterdir())
    wheels.append(make_wheel(ready.folder / "wheels", "extra", "1.0", {"extra": ""}))
    write_lock(ready.folder / main.CORE[0], wheels)
    return ready


def old_pythons() -> Iterator[Path]:
    for folder in sorted(Path.home().glob(".pyenv/versions/3.*")):
        minor = int(folder.name.split(".")[1])
        if minor < main.OLDEST[1] and (folder / "bin" / "python").exists():
            yield folder / "bin" / "python"


def test_parses_on_python_3_6() -> None:
    source = (CHECKOUT / "main.py").read_text(encoding="utf-8")
    ast.parse(source, feature_version=(3, 6))


def test_imports_nothing_but_the_standard_library_before_it_plays() -> None:
    tree = ast.parse((CHECKOUT / "main.py").read_text(encoding="utf-8"))
    names = set()
    for node in ast.walk(tree):
        if isinstance(node, ast.Import):
            names |= {alias.name.split(".")[0] for alias in node.names}
        elif isinstance(node, ast.ImportFrom) and node.module:
            names.add(node.module.split(".")[0])
    assert names - set(sys.stdlib_module_names) == {"game"}


@pytest.mark.parametrize("python", list(old_pythons()) or [None], ids=str)
def test_an_old_python_says_what_is_missing(copy: Copy, python: Path | None) -> None:
    if python is None:
        pytest.skip("no Python older than 3.11 is here")
    source = "import sys, main; main.python_commands = lambda: []; sys.exit(main.main([]))"
    done = subprocess.run(
        [python, "-c", source],
        env=copy.environment(PYTHONPATH=str(copy.folder)),
        capture_output=True,
        text=True,
        check=False,
    )
    assert done.returncode == 1
    assert re.fullmatch(r"T-Minus needs Python 3\.11 or newer and this is .*\n", done.stderr)


@POSIX_ONLY
def test_an_old_python_goes_on_with_a_newer_one(copy: Copy) -> None:
    python = next(old_pythons(), None)
    if python is None:
        pytest.skip("no Python older than 3.11 is here")
    tools = copy.home / "bin"
    tools.mkdir()
    # As a version manager leaves it: there, but good for nothing.
    (tools / "python3.13").write_text("#!/bin/sh\nexit 127\n")
    (tools / "python3.12").write_text(f'#!/bin/sh\nexec "{main.base_python()}" -S "$@"\n')
    for tool in tools.iterdir():
        tool.chmod(0o755)
    done = subprocess.run(
        [python, copy.folder / "main.py", "status", "7"],
        env=copy.environment(PATH=str(tools)),
        capture_output=True,
        text=True,
        check=False,
    )
    assert done.returncode == 7, done.stderr
    assert done.stdout.startswith("played")


def test_plays_at_once_where_all_is_installed(copy: Copy) -> None:
    packages = copy.home / "packages"
    for wheel in (copy.folder / "wheels").iterdir():
        shutil.unpack_archive(wheel, packages, "zip")
    done = copy.start("a", "b", PYTHONPATH=str(packages))
    assert done.stdout == f"played {sys.base_prefix} a b\n"
    assert done.stderr == ""
    assert not copy.venv.exists()


def test_an_installed_package_that_is_too_old_does_not_serve(tmp_path: Path) -> None:
    wheel = make_wheel(tmp_path, "pydantic", "1.10.2", {"pydantic": ""})
    shutil.unpack_archive(wheel, tmp_path / "packages", "zip")
    folders = [str(tmp_path / "packages")]
    assert main.lacking({"pydantic": {"pydantic": "2.10"}}, folders) == "pydantic is too old"
    assert main.lacking({"pydantic": {"pydantic": "1.9"}}, folders) == ""
    assert main.lacking({"yaml": {"pyyaml": "6"}}, folders) == "yaml is not installed"


def test_sets_itself_up_once_and_keeps_standard_output_for_the_game(copy: Copy) -> None:
    first = copy.start("status", "3")
    assert first.returncode == 3
    assert first.stdout == f"played {copy.venv} status 3\n"
    assert "sets itself up" in first.stderr
    second = copy.start("--flag", "word")
    assert second.stdout == f"played {copy.venv} --flag word\n"
    assert second.stderr == ""


def test_a_set_up_that_was_killed_is_begun_anew(copy: Copy) -> None:
    start = copy.begin()
    _read_until(start, "installing")
    os.killpg(start.pid, signal.SIGKILL)
    start.communicate()
    assert copy.stamp() == {}
    again = copy.start()
    assert again.returncode == 0, again.stderr
    assert again.stdout == f"played {copy.venv}\n"


def test_a_folder_that_was_only_begun_is_ours(copy: Copy) -> None:
    copy.venv.mkdir()
    (copy.venv / (main.STAMP + ".new")).touch()
    (copy.venv / "lib").mkdir()
    done = copy.start()
    assert done.stdout == f"played {copy.venv}\n", done.stderr


def test_of_two_starts_at_once_one_sets_up_and_both_play(copy: Copy) -> None:
    starts = [copy.begin(name) for name in ("one", "two")]
    ends = [start.communicate(timeout=180) for start in starts]
    assert [out for out, _ in ends] == [f"played {copy.venv} {name}\n" for name in ("one", "two")]
    said = "".join(err for _, err in ends)
    assert said.count("sets itself up") == 1


@POSIX_ONLY
def test_a_start_says_that_it_waits_for_another_that_sets_up(copy: Copy) -> None:
    first = copy.begin("one")
    _read_until(first, "sets itself up")
    os.killpg(first.pid, signal.SIGSTOP)
    second = copy.begin("two")
    _read_until(second, "this one waits")
    os.killpg(first.pid, signal.SIGCONT)
    played = [start.communicate(timeout=180)[0] for start in (first, second)]
    assert played == [f"played {copy.venv} {name}\n" for name in ("one", "two")]


def _read_until(start: subprocess.Popen[str], words: str) -> None:
    assert start.stderr is not None
    while words not in start.stderr.readline():
        assert start.poll() is None


def test_another_lock_is_added_to_what_is_there(wanting: Copy) -> None:
    keep = wanting.venv / "keep"
    keep.touch()
    done = wanting.start()
    assert done.returncode == 0
    assert "adds to its set-up" in done.stderr
    assert keep.exists()
    assert list(wanting.venv.rglob("extra/__init__.py"))


def test_a_package_that_went_missing_is_put_back(ready: Copy) -> None:
    for module in ready.venv.rglob("rapidfuzz*"):
        shutil.rmtree(module)
    done = ready.start()
    assert done.stdout == f"played {ready.venv}\n", done.stderr


def test_started_by_its_own_python_it_makes_itself_anew(ready: Copy) -> None:
    (ready.venv / main.STAMP).write_text("")
    shutil.rmtree(next(ready.venv.rglob("rapidfuzz")))
    done = subprocess.run(
        [main.python_in(str(ready.venv)), ready.folder / "main.py"],
        env=ready.environment(),
        capture_output=True,
        text=True,
        encoding="utf-8",
        check=False,
    )
    assert done.stdout == f"played {ready.venv}\n", done.stderr
    assert main.CORE[0] in ready.stamp()


def test_the_stamp_names_lock_python_platform_and_path(ready: Copy) -> None:
    lock = (ready.folder / main.CORE[0]).read_bytes()
    assert ready.stamp() == {
        main.CORE[0]: hashlib.sha256(lock).hexdigest(),
        "path": str(ready.venv),
        "platform": sysconfig.get_platform(),
        "python": "Python {}.{}.{}".format(*sys.version_info[:3]),
    }


@pytest.mark.parametrize("name", ["path", "platform", "python"])
def test_what_was_set_up_under_other_circumstances_is_begun_anew(ready: Copy, name: str) -> None:
    main.write_stamp(str(ready.venv), {**ready.stamp(), name: "another"})
    done = ready.start()
    assert done.stdout == f"played {ready.venv}\n"
    assert "sets itself up" in done.stderr


def foreign_venv(copy: Copy, serves: bool) -> None:
    subprocess.run([main.base_python(), "-m", "venv", "--without-pip", copy.venv], check=True)
    if serves:
        for wheel in (copy.folder / "wheels").iterdir():
            shutil.unpack_archive(wheel, main.packages_in(str(copy.venv))[0], "zip")


def test_another_environment_is_used_if_it_serves(copy: Copy) -> None:
    foreign_venv(copy, serves=True)
    before = sorted(copy.venv.iterdir())
    done = copy.start()
    assert done.stdout == f"played {copy.venv}\n"
    assert sorted(copy.venv.iterdir()) == before


def test_another_environment_that_does_not_serve_is_left_alone(copy: Copy) -> None:
    foreign_venv(copy, serves=False)
    before = sorted(copy.venv.rglob("*"))
    done = copy.start()
    assert done.stdout == f"played {copy.folder / '.venv-t-minus'}\n", done.stderr
    assert sorted(copy.venv.rglob("*")) == before


def test_pygame_over_pygame_ce_is_named_and_avoided(copy: Copy) -> None:
    packages = copy.home / "packages"
    for wheel in (copy.folder / "wheels").iterdir():
        shutil.unpack_archive(wheel, packages, "zip")
    classic = make_wheel(copy.home, "pygame", "2.6.1", {"pygame": ""})
    shutil.unpack_archive(classic, packages, "zip")
    done = copy.start(PYTHONPATH=str(packages))
    assert "pygame and pygame-ce lie over each other" in done.stderr
    assert done.stdout == f"played {copy.venv}\n"


def one_sentence(done: subprocess.CompletedProcess[str]) -> str:
    """What a start that failed said last, after the lines that tell what it does."""
    assert done.returncode == 1
    assert done.stdout == ""
    assert "Traceback" not in done.stderr
    return done.stderr.splitlines()[-1]


def test_says_that_an_archive_was_not_unpacked(copy: Copy) -> None:
    shutil.rmtree(copy.folder / "game")
    assert "unpack the whole archive" in one_sentence(copy.start())


def test_speaks_the_language_of_the_system(copy: Copy) -> None:
    for part in ("game/__init__.py", "game/languages.py", "game/phrase.py", "game/paths.py"):
        shutil.copy(CHECKOUT / part, copy.folder / part)
    words = "assets/languages/kk/LC_MESSAGES"
    shutil.copytree(CHECKOUT / words, copy.folder / words)
    done = copy.start(LANGUAGE="kk")
    assert "T-Minus дайын." in done.stderr
    assert done.stdout == f"played {copy.venv}\n"


def test_says_that_there_is_no_network(wanting: Copy) -> None:
    shutil.rmtree(wanting.folder / "wheels")
    nowhere = "http://127.0.0.1:9/simple"
    done = wanting.start(PIP_INDEX_URL=nowhere, PIP_RETRIES="1", PIP_CONFIG_FILE=os.devnull)
    assert "no way to the internet" in one_sentence(done)
    assert "carry DIR" in one_sentence(done)


def test_says_what_the_carried_wheels_lack(wanting: Copy) -> None:
    for wheel in (wanting.folder / "wheels").glob("extra*"):
        wheel.unlink()
    before = wanting.stamp()
    assert "There is no extra==1.0" in one_sentence(wanting.start())
    assert wanting.stamp() == before


def test_refuses_a_wheel_that_the_lock_does_not_name(wanting: Copy) -> None:
    make_wheel(wanting.folder / "wheels", "extra", "1.0", {"extra": "evil = True"})
    assert "not the one that the lock file names" in one_sentence(wanting.start())
    assert not list(wanting.venv.rglob("extra"))


def test_where_it_may_not_write_it_sets_up_with_the_users_caches(copy: Copy) -> None:
    # A folder of that name keeps even root from writing the file.
    (copy.folder / ".venv.lock").mkdir()
    (copy.folder / ".venv-t-minus.lock").mkdir()
    first = copy.start()
    assert str(copy.home) in first.stdout, first.stderr
    assert copy.start().stdout == first.stdout


def test_says_that_it_may_write_nowhere(copy: Copy) -> None:
    (copy.folder / ".venv.lock").mkdir()
    (copy.folder / ".venv-t-minus.lock").mkdir()
    (copy.home / "file").touch()
    nowhere = str(copy.home / "file")
    done = copy.start(HOME=nowhere, LOCALAPPDATA=nowhere, XDG_CACHE_HOME=nowhere)
    assert "cannot write" in one_sentence(done)


WITHOUT_ENSUREPIP = "find = main.find; main.find = lambda name: name not in {} and find(name); "


def test_without_ensurepip_it_uses_the_pip_that_is_there(copy: Copy) -> None:
    packages = next(folder for folder in sys.path if folder.endswith("site-packages"))
    if not main.find("pip"):
        pytest.skip("this Python has no pip")
    lacks = WITHOUT_ENSUREPIP.format({"ensurepip"})
    done = subprocess.run(
        [
            main.base_python(),
            "-c",
            f"import sys; sys.path.insert(0, {str(copy.folder)!r}); import main; {lacks}"
            "sys.path = [f for f in sys.path if 'packages' not in f]; "
            f"sys.path.append({packages!r}); main.lacking = lambda *_: 'all'; "
            "sys.exit(main.main([]))",
        ],
        env=copy.environment(),
        capture_output=True,
        text=True,
        check=False,
    )
    assert done.stdout == f"played {copy.venv}\n", done.stderr


def test_without_ensurepip_it_uses_the_pip_that_was_carried(copy: Copy) -> None:
    bundled = Path(ensurepip.__path__[0], "_bundled")
    wheel = next(bundled.glob("pip-*.whl"), None)
    if wheel is None:
        pytest.skip("this Python bundles no pip")
    shutil.copy(wheel, copy.folder / "wheels")
    done = copy.code(WITHOUT_ENSUREPIP.format({"ensurepip", "pip"}) + "sys.exit(main.main([]))")
    assert done.stdout == f"played {copy.venv}\n", done.stderr


def test_without_venv_it_names_the_package(copy: Copy) -> None:
    for lacks in ({"venv"}, {"ensurepip", "pip"}):
        done = copy.code(WITHOUT_ENSUREPIP.format(lacks) + "sys.exit(main.main([]))")
        package = "python{}.{}-venv".format(*sys.version_info[:2])
        assert f"sudo apt install {package}" in one_sentence(done)


@POSIX_ONLY
def test_ctrl_c_ends_the_game_without_a_word_from_the_start(ready: Copy) -> None:
    start = ready.begin("wait")
    assert start.stdout is not None
    while "waiting" not in start.stdout.readline():
        assert start.poll() is None
    time.sleep(0.1)
    os.killpg(start.pid, signal.SIGINT)
    _, said = start.communicate(timeout=60)
    assert start.returncode == 130
    assert "Traceback" not in said


def test_the_oldest_that_serve_are_those_the_project_names() -> None:
    project = tomllib.loads((CHECKOUT / "pyproject.toml").read_text(encoding="utf-8"))
    named = project["project"]["dependencies"]
    core = {f"{n}>={v}" for d in main.CORE[1].values() for n, v in list(d.items())[:1]}
    assert core == {need.lower() for need in named}
    author = {f"{n}>={v}" for d in main.AUTHOR[1].values() for n, v in list(d.items())[:1]}
    needs = project["project"]["optional-dependencies"]["author"]
    assert author - core == {need.split(",")[0] for need in needs}
    tools = {need.lower().split(">=")[0] for need in project["dependency-groups"]["test"]}
    asked = {name for distributions in main.TEST[1].values() for name in distributions}
    assert tools - {"types-openpyxl", "types-pyyaml"} <= asked


def pins(lock: Path) -> set[str]:
    lines = lock.read_text(encoding="utf-8").splitlines()
    return {line.rstrip("\\ ") for line in lines if line and line[0].isalpha()}


@pytest.mark.parametrize("lock", LOCKS, ids=lambda lock: lock.name)
def test_a_lock_names_hashes_and_no_place(lock: Path) -> None:
    text = lock.read_text(encoding="utf-8")
    assert "://" not in text
    assert not re.search(r"^\s*(-|/|\.)(?!-hash=sha256:)", text, re.MULTILINE)
    for block in re.split(r"\n(?=[a-z])", text):
        assert "--hash=sha256:" in block


def test_every_lock_holds_all_of_the_core() -> None:
    names = {main.CORE[0], *(group[0] for group in main.GROUPS.values())}
    assert {lock.name for lock in LOCKS} == names
    for lock in LOCKS:
        assert pins(CHECKOUT / main.CORE[0]) <= pins(lock)


def test_no_python_here_closes_its_window() -> None:
    if sys.platform == "win32":
        pytest.skip("this way is for other systems")
    assert main.double_clicked() is False


@pytest.mark.skipif(sys.platform != "linux", reason="elsewhere there is always a display")
def test_without_a_display_the_game_itself_says_so_in_one_sentence(tmp_path: Path) -> None:
    hidden = {"DISPLAY", "WAYLAND_DISPLAY", "SDL_VIDEODRIVER"}
    environment = {name: value for name, value in os.environ.items() if name not in hidden}
    done = subprocess.run(
        [sys.executable, CHECKOUT / "main.py", "play", "--data", tmp_path],
        env={**environment, "XDG_RUNTIME_DIR": str(tmp_path)},
        capture_output=True,
        text=True,
        timeout=60,
        check=False,
    )
    assert done.returncode == 1
    assert "No window can be opened" in done.stderr
    assert "Traceback" not in done.stderr


@POSIX_ONLY
@pytest.mark.parametrize(
    "game",
    [
        "import sys; sys.exit(9)",
        # A console hands Ctrl-C to both; the game may take its time and say how it ended.
        "import os, signal, sys, time; os.kill(os.getppid(), signal.SIGINT); time.sleep(0.5); "
        "sys.exit(9)",
    ],
    ids=["exit status", "Ctrl-C"],
)
def test_as_on_windows_it_waits_for_the_game_and_ends_as_it_ended(
    game: str, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    (tmp_path / "main.py").write_text(game)
    monkeypatch.setattr(main, "HERE", str(tmp_path))
    monkeypatch.setattr(sys, "platform", "win32")
    assert main.hand_over([sys.executable], []) == 9
