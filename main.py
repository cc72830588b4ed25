"""T-Minus: the one file to run. The first start sets the game up beside itself; then it plays.

It uses the standard library alone and the grammar of Python 3.6, so that an old Python can still
say what is missing. What only the set-up needs is imported there: most starts just play.
"""

import os
import sys

OLDEST = (3, 11)
# The Pythons that the locks are tried with, best first, and as words.
TRIED = ((3, 13), (3, 12), (3, 14), (3, 11))
TRIED_WORDS = "3.11 to 3.14"
HERE = os.path.dirname(
    os.path.abspath(__file__) if sys.platform == "win32" else os.path.realpath(__file__)
)
WHEELS = os.path.join(HERE, "wheels")
STAMP = "t-minus.stamp"


def alike(**oldest: str) -> "dict[str, dict[str, str]]":
    """Modules whose distributions have their names, with the oldest version that serves."""
    return {name: {name: version} for name, version in oldest.items()}


# What a command needs: its lock file, and for each module the distributions that bring it, with
# the oldest version that serves. Every lock holds all of the first one.
CORE = ("requirements.lock", {"pygame": {"pygame-ce": "2.5.6", "pygame": "2.6"}})
CORE[1].update(alike(pydantic="2.10", platformdirs="4.3", rapidfuzz="3.10", fsrs="6.3.2"))
CORE[1].update(alike(aiohttp="3.12", openpyxl="3.1", segno="1.6"), yaml={"pyyaml": "6.0.2"})
AUTHOR = ("requirements-author.lock", dict(CORE[1], fpdf={"fpdf2": "2.8"}))
AUTHOR[1].update(alike(cryptography="44", genanki="0.13", pypdf="5.1"))
TOOLS = ("babel", "build", "hypothesis", "mypy", "playwright", "pytest", "ruff", "setuptools", "uv")
TEST = ("requirements-test.lock", dict(AUTHOR[1], **alike(**dict.fromkeys(TOOLS, "0"))))
TEST[1]["xdist"] = {"pytest-xdist": "0"}
TEST[1]["axe_playwright_python"] = {"axe-playwright-python": "0"}
GROUPS = {"test": TEST}
GROUPS.update(dict.fromkeys(("bundle", "draft", "export", "import", "install"), AUTHOR))


class StartError(Exception):
    """Ends the start with one sentence, and its values, that says what is wrong and what to do."""


def say(text: str, *values: object) -> None:
    """Tell the person, in the language of the system; standard output is a command's own."""
    try:
        from game.languages import system_words

        text = system_words().gettext(text)
    except (ImportError, SyntaxError):
        pass  # Too old a Python, or main.py alone: then it is said in English.
    print(text % values, file=sys.stderr, flush=True)


def python_commands() -> "list[list[str]]":
    """Commands that may start a Python which is new enough, best first."""
    import shutil

    versions = ["%d.%d" % version for version in TRIED]
    if sys.platform == "win32":
        programs = os.path.join(os.environ.get("LOCALAPPDATA", ""), "Programs", "Python")
        return [["py", "-" + version] for version in versions] + [
            [os.path.join(programs, "Python" + version.replace(".", ""), "python.exe")]
            for version in versions
        ]
    usual = [os.environ.get("PATH", os.defpath), "/usr/local/bin", "/opt/homebrew/bin", "/usr/bin"]
    framework = "/Library/Frameworks/Python.framework/Versions/%s/bin"
    path = os.pathsep.join(usual + [framework % version for version in versions])
    found = [shutil.which("python" + version, path=path) for version in versions + ["3"]]
    return [[command] for command in found if command]


def newer_python() -> "list[str]":
    """A command for a Python that is new enough; raises StartError where there is none."""
    for command in python_commands():
        # A version manager leaves commands about that only say "not found": ask each.
        if runs(command, "sys.version_info < %r" % (OLDEST,)):
            return command
    raise StartError(
        "T-Minus needs Python %d.%d or newer and this is Python %d.%d: install a newer one from "
        "python.org (on Debian or Ubuntu: sudo apt install python3 python3-venv), then start "
        "main.py again.",
        *(OLDEST + sys.version_info[:2]),
    )


def version_key(version: str) -> "tuple[int, ...]":
    """The numbers of a version: 2.5.6.dev1 is (2, 5, 6)."""
    return tuple(int(part) for part in version.split(".") if part.isdigit())


def installed(folders: "list[str]") -> "dict[str, str]":
    """Distribution -> version for all that lies in the folders, by the names of their metadata."""
    versions = {}  # type: dict[str, str]
    for folder in folders:
        try:
            names = os.listdir(folder)
        except OSError:
            continue
        for name in names:
            base, _, suffix = name.rpartition(".")
            if suffix in ("dist-info", "egg-info"):
                parts = base.split("-")
                distribution = parts[0].lower().replace("_", "-")
                versions.setdefault(distribution, parts[1] if len(parts) > 1 else "")
    return versions


def lacking(modules: "dict[str, dict[str, str]]", folders: "list[str]") -> str:
    """What the folders lack of the modules, as words for a person; "" when they serve."""
    from importlib.machinery import PathFinder

    versions = installed(folders)
    if "pygame" in versions and "pygame-ce" in versions:
        return "pygame and pygame-ce are installed over each other"
    for module, distributions in modules.items():
        if PathFinder.find_spec(module, folders) is None:
            return module + " is not installed"
        if not any(
            name in versions and version_key(versions[name]) >= version_key(oldest)
            for name, oldest in distributions.items()
        ):
            return module + " is too old"
    return ""


def python_in(venv: str) -> str:
    """The Python of a virtual environment."""
    if sys.platform == "win32":
        return os.path.join(venv, "Scripts", "python.exe")
    return os.path.join(venv, "bin", "python")


def packages_in(venv: str) -> "list[str]":
    """The site-packages folders of a virtual environment."""
    if sys.platform == "win32":
        return [os.path.join(venv, "Lib", "site-packages")]
    library = os.path.join(venv, "lib")
    names = sorted(os.listdir(library)) if os.path.isdir(library) else []
    return [os.path.join(library, name, "site-packages") for name in names]


def places() -> "list[str]":
    """Where the set-up may lie, best first: beside the game, or with the user's caches."""
    import hashlib

    home = os.path.expanduser("~")
    if sys.platform == "win32":
        caches = os.environ.get("LOCALAPPDATA") or os.path.join(home, "AppData", "Local")
    elif sys.platform == "darwin":
        caches = os.path.join(home, "Library", "Caches")
    else:
        caches = os.environ.get("XDG_CACHE_HOME") or os.path.join(home, ".cache")
    cached = "venv-" + hashlib.sha256(os.fsencode(HERE)).hexdigest()[:12]
    beside = [os.path.join(HERE, name) for name in (".venv", ".venv-t-minus")]
    return beside + [os.path.join(caches, "t-minus", cached)]


def foreign(venv: str) -> bool:
    """Whether someone else made it: then it may be used and is never changed."""
    if os.path.islink(venv) or not os.path.isdir(venv):
        return os.path.lexists(venv)
    return not any(name.startswith(STAMP) for name in os.listdir(venv) or [STAMP])


def lock_hash(lock: str) -> str:
    """The hash of a lock file, the same whatever its line ends."""
    import hashlib

    with open(os.path.join(HERE, lock), "rb") as file:
        return hashlib.sha256(file.read().replace(b"\r\n", b"\n")).hexdigest()


def circumstances(venv: str) -> "dict[str, str]":
    """What must not change under a set-up for it to stay good."""
    import sysconfig

    return {
        "python": "Python %d.%d.%d" % sys.version_info[:3],
        "platform": sysconfig.get_platform(),
        "path": os.path.realpath(venv),
    }


def read_stamp(venv: str) -> "dict[str, str]":
    """The circumstances of a finished set-up and the hash of each lock, {} where there is none."""
    try:
        with open(os.path.join(venv, STAMP), encoding="utf-8", errors="surrogateescape") as file:
            return dict(line.rstrip("\n").split(" ", 1) for line in file)
    except (OSError, ValueError):
        return {}


def write_stamp(venv: str, stamp: "dict[str, str]") -> None:
    """Write the stamp in one step: a reader sees the old one or the new one."""
    path = os.path.join(venv, STAMP)
    with open(path + ".new", "w", encoding="utf-8", errors="surrogateescape") as file:
        file.writelines("%s %s\n" % item for item in stamp.items())
        file.flush()
        os.fsync(file.fileno())
    os.replace(path + ".new", path)


def sound(venv: str) -> bool:
    """Whether a set-up of ours was finished, here, and its Python is still the one it was."""
    stamp = read_stamp(venv)
    wanted = circumstances(venv)
    if any(stamp.get(name) != wanted[name] for name in ("platform", "path")):
        return False
    if not os.path.exists(python_in(venv)):
        return False
    # Whichever Python starts the game, the one that was set up goes on serving while it runs.
    changed = "main.circumstances('')['python'] != %r" % stamp.get("python")
    return stamp.get("python") == wanted["python"] or runs([python_in(venv)], changed)


def serves(venv: str, group: "tuple[str, dict[str, dict[str, str]]]") -> bool:
    """Whether a virtual environment can play the command now."""
    if foreign(venv):
        lacks = "sys.version_info < %r or main.lacking(%r, sys.path)" % (OLDEST, group[1])
        return runs([python_in(venv)], "bool(%s)" % lacks)
    if read_stamp(venv).get(group[0]) != lock_hash(group[0]):
        return False
    return sound(venv) and not lacking(group[1], packages_in(venv))


def runs(command: "list[str]", status: str) -> bool:
    """Whether a Python starts and finds 0 for an expression that may use `main` and `sys`."""
    import subprocess

    code = "import sys; sys.path.insert(0, sys.argv[1]); import main; sys.exit(%s)" % status
    quiet = subprocess.DEVNULL
    try:
        return not subprocess.call(
            command + ["-c", code, HERE], stdin=quiet, stdout=quiet, stderr=quiet
        )
    except OSError:
        return False


class Turn:
    """Holds the set-up of one folder: a second start waits, and a dead one holds nothing."""

    def __init__(self, venv: str) -> None:
        os.makedirs(os.path.dirname(venv), exist_ok=True)
        self.file = open(venv + ".lock", "a+b")  # noqa: SIM115

    def __enter__(self) -> "Turn":
        try:
            if not self.take():
                say("Another start of T-Minus is setting it up; this one waits for it.")
                import time

                while not self.take():
                    time.sleep(0.2)
        except OSError:
            # Some network folders know no locks; a set-up without one beats none.
            pass
        return self

    def take(self) -> bool:
        """Take the lock if it is free; raises OSError where the folder knows no locks."""
        if sys.platform == "win32":
            import msvcrt

            self.file.seek(0)
            try:
                msvcrt.locking(self.file.fileno(), msvcrt.LK_NBLCK, 1)
            except PermissionError:
                return False
            return True
        import fcntl

        try:
            fcntl.flock(self.file, fcntl.LOCK_EX | fcntl.LOCK_NB)
        except BlockingIOError:
            return False
        # An installer that outlives a killed start keeps the lock until it ends, too.
        os.set_inheritable(self.file.fileno(), True)
        return True

    def __exit__(self, *_: object) -> None:
        self.file.close()


def set_up(group: "tuple[str, dict[str, dict[str, str]]]") -> str:
    """Make a virtual environment that serves, and return it; raises StartError with what to do."""
    refused = []
    for venv in places():
        if foreign(venv):
            continue
        try:
            turn = Turn(venv)
        except OSError:
            refused.append(os.path.dirname(venv))
            continue
        with turn:
            if not serves(venv, group):
                fill(venv, group[0])
            return venv
    raise StartError(
        "T-Minus cannot write to %s: copy its folder to where you may write, such as your "
        "documents, and start main.py there.",
        ", ".join(sorted(set(refused))),
    )


def fill(venv: str, lock: str) -> None:
    """Install the lock into the folder, making it anew unless a finished set-up is there."""
    import shutil

    before = read_stamp(venv)
    try:
        if sound(venv):
            say("T-Minus adds to its set-up in %s what %s names.", venv, lock)
            write_stamp(venv, {})
        else:
            say("T-Minus sets itself up in %s: this happens once.", venv)
            os.makedirs(venv, exist_ok=True)
            # Our mark goes in first and stays, or a stop here would leave a folder of nobody's.
            write_stamp(venv, {})
            for entry in list(os.scandir(venv)):
                if entry.is_dir(follow_symlinks=False):
                    shutil.rmtree(entry.path)
                elif entry.name != STAMP:
                    os.remove(entry.path)
            make_venv(venv)
            before = circumstances(venv)
        try:
            install(venv, lock, before["python"])
        except StartError:
            # pip fetches all before it changes anything: what was there still serves.
            write_stamp(venv, before)
            raise
        # Last of all: whatever stops a set-up before this line, the next start sees it.
        write_stamp(venv, dict(before, **{done: lock_hash(done) for done in (CORE[0], lock)}))
    except OSError as error:
        raise StartError(
            "T-Minus could not write its set-up in %s (%s): close other windows of the game, make "
            "sure that there is half a gigabyte of room, and start main.py again.",
            *(venv, error.strerror or error),
        ) from error
    say("T-Minus is set up.")


def find(module: str) -> bool:
    """Whether this Python has a module of its standard library, or pip."""
    from importlib.machinery import PathFinder

    return PathFinder.find_spec(module) is not None


def run(command: "list[str]") -> "tuple[int, list[str]]":
    """Run a part of the set-up, tell what pip does in it, and return its status and its lines."""
    import subprocess

    # What sends an installation elsewhere, in some people's settings, must not do so here.
    elsewhere = ("PIP_TARGET", "PIP_PREFIX", "PIP_ROOT", "PIP_DRY_RUN", "PIP_NO_BINARY")
    environment = {name: value for name, value in os.environ.items() if name not in elsewhere}
    environment.update(PIP_USER="0", PIP_REQUIRE_VIRTUALENV="0", PYTHONUNBUFFERED="1")
    running = subprocess.Popen(
        command,
        stdin=subprocess.DEVNULL,
        stdout=subprocess.PIPE,
        stderr=subprocess.STDOUT,
        env=environment,
        close_fds=False,
    )
    lines = []
    assert running.stdout is not None
    for line in running.stdout:
        text = line.decode("utf-8", "replace").strip()
        lines.append(text)
        if text.startswith("Downloading ") and "metadata" not in text:
            say("  fetching %s", text[len("Downloading ") :].rsplit("/", 1)[-1])
        elif text.startswith("Installing collected"):
            say("  installing")
    return running.wait(), lines


def carried(start: str = "") -> "list[str]":
    """The wheels that came with the game whose names start so."""
    names = sorted(os.listdir(WHEELS)) if os.path.isdir(WHEELS) else []
    return [name for name in names if name.startswith(start) and name.endswith(".whl")]


def make_venv(venv: str) -> None:
    """Make a virtual environment, with a pip of its own where this Python can."""
    if not find("venv") or not (find("ensurepip") or find("pip") or carried("pip-")):
        name = "python%d.%d-venv" % sys.version_info[:2]
        raise StartError(
            "This Python cannot make a virtual environment: install the part it lacks (on Debian "
            "or Ubuntu: sudo apt install %s) and start main.py again.",
            name,
        )
    bare = [] if find("ensurepip") else ["--without-pip"]
    status, lines = run([sys.executable, "-I", "-m", "venv"] + bare + [venv])
    if status:
        raise StartError(
            "Python could not make a virtual environment in %s (%s): start main.py again, or "
            "install Python anew from python.org.",
            *(venv, lines[-1] if lines else status),
        )


def install(venv: str, lock: str, python: str) -> None:
    """Install a lock with pip, from `wheels` if that lies beside; StartError says what to do."""
    if any(os.path.isdir(os.path.join(folder, "pip")) for folder in packages_in(venv)):
        command = [python_in(venv), "-I", "-m", "pip"]
    elif carried("pip-"):
        command = [python_in(venv), "-I", os.path.join(WHEELS, carried("pip-")[-1], "pip")]
    else:
        command = [sys.executable, "-I", "-m", "pip", "--python", python_in(venv)]
    command += ["install", "--require-hashes", "--only-binary", ":all:", "--progress-bar", "off"]
    command += ["--disable-pip-version-check", "--no-input", "-r", os.path.join(HERE, lock)]
    if carried():
        command += ["--no-index", "--find-links", WHEELS]
    status, lines = run(command)
    if status:
        raise why_not(lines, python)


def why_not(output: "list[str]", python: str) -> StartError:
    """What pip's output comes down to, in one sentence."""
    text = "\n".join(output)
    network = ("connection broken", "Max retries", "ConnectionError", "Failed to resolve")
    if "No space left" in text:
        return StartError(
            "The disk is full: make half a gigabyte of room for the set-up and start main.py again."
        )
    if "DO NOT MATCH THE HASHES" in text:
        return StartError(
            "A file is not the one that the lock file names, so nothing was installed: try another "
            "network, or fill wheels anew with the command carry, and start main.py again."
        )
    if not carried() and any(word in text for word in network):
        return StartError(
            "T-Minus could not fetch what it needs, as there is no way to the internet: connect "
            "and start main.py again, or run 'python3 main.py carry DIR' on a machine that is "
            "connected and bring that folder here."
        )
    errors = [line for line in output if line.startswith("ERROR")] or output or ["no reason given"]
    _, missing, what = errors[-1].partition("No matching distribution found for ")
    if not missing:
        return StartError("pip could not install all (%s): start main.py again.", errors[-1])
    return StartError(
        "There is no %s for %s on this kind of machine: install Python %s, or, where its wheels "
        "were carried here, carry the game anew.",
        *(what, python, TRIED_WORDS),
    )


def hand_over(command: "list[str]", arguments: "list[str]") -> int:
    """Go on with another Python, and return its exit status where it does not take this place."""
    whole = command + [os.path.join(HERE, "main.py")] + arguments
    if sys.platform != "win32":
        sys.stdout.flush()
        sys.stderr.flush()
        os.execv(whole[0], whole)
    import subprocess

    child = subprocess.Popen(whole)
    while True:
        try:
            return child.wait()
        except KeyboardInterrupt:
            # The child has had the same Ctrl-C and ends as it sees fit.
            continue


def base_python() -> str:
    """The Python that this virtual environment was made from."""
    return str(getattr(sys, "_base_executable", sys.executable))


def play(arguments: "list[str]") -> int:
    """Run the command in this Python."""
    from game.cli import main as command

    return command(arguments)


def start(arguments: "list[str]") -> int:
    """Play at once if this Python can; otherwise find, or make, one that can."""
    if sys.version_info < OLDEST:
        return hand_over(newer_python(), arguments)
    if not os.path.isdir(os.path.join(HERE, "game")):
        raise StartError(
            "The rest of T-Minus is not beside main.py: unpack the whole archive into a folder "
            "first (on Windows: right-click it, Extract All), then open main.py there."
        )
    group = GROUPS.get(arguments[0] if arguments else "", CORE)
    problem = lacking(group[1], sys.path)
    if not problem:
        return play(arguments)
    if "over each other" in problem:
        say("In %s pygame and pygame-ce lie over each other: T-Minus sets itself up.", sys.prefix)
    venv = next((venv for venv in places() if serves(venv, group)), "")
    here = os.path.realpath(sys.prefix)
    if not venv:
        if any(here == os.path.realpath(place) and not foreign(place) for place in places()):
            # A set-up cannot make itself anew: the Python that it came from does.
            return hand_over([base_python()], arguments)
        venv = set_up(group)
    if here == os.path.realpath(venv):
        return play(arguments)
    return hand_over([python_in(venv)], arguments)


def double_clicked() -> bool:
    """Whether the window closes with this process: on Windows, when none but Python is in it."""
    if sys.platform != "win32":
        return False
    import ctypes

    kernel = ctypes.windll.kernel32
    ids = (ctypes.c_uint32 * 64)()
    for process in ids[: kernel.GetConsoleProcessList(ids, 64)]:
        handle = kernel.OpenProcess(0x1000, False, process)
        name = ctypes.create_unicode_buffer(1024)
        size = ctypes.c_uint32(1024)
        known = handle and kernel.QueryFullProcessImageNameW(handle, 0, name, ctypes.byref(size))
        if handle:
            kernel.CloseHandle(handle)
        if not known or not os.path.basename(name.value).lower().startswith("py"):
            return False
    return True


def main(arguments: "list[str]") -> int:
    """The exit status of a start: the command's own, or 1 with a sentence that says why."""
    try:
        return start(arguments)
    except StartError as error:
        say(*error.args)
        return 1
    except KeyboardInterrupt:
        return 130


if __name__ == "__main__":
    status = 1
    try:
        status = main(sys.argv[1:])
    finally:
        if status and double_clicked():
            input("Press Enter to close this window.")
    sys.exit(status)
