"""The Pythons that are compared: where they are, what they need in their environment."""

import os
import shutil
import subprocess

ROOT = os.path.dirname(os.path.dirname(os.path.abspath(__file__)))


class Implementation:
    """A Python on this machine."""

    def __init__(self, name, command, environment=None):
        self.name = name
        self.command = command
        self.environment = environment or {}

    def process(self, arguments, **options):
        """Starts it, free of what the environment would have it do."""
        environment = {k: v for k, v in os.environ.items() if not k.startswith("PYTHON") and k != "LD_LIBRARY_PATH"}
        environment.update(self.environment)
        return subprocess.Popen([*self.command, *arguments], env=environment, **options)

    def version(self):
        """Its own words for its version, in one line."""
        with self.process(["-VV"], stdout=subprocess.PIPE, stderr=subprocess.STDOUT, text=True) as process:
            return " ".join(process.communicate()[0].split())


def krait(name="krait", options="", launcher=os.path.join(ROOT, "krait")):
    """This checkout's Krait, with options for it (-X jit=off) or, after --java, for its Java machine."""
    own, _, java = options.partition("--java")
    environment = {"KRAIT_JAVA_OPTIONS": java.strip()} if java.strip() else {}
    return Implementation(name, [launcher, *own.split()], environment)


def oracle(folder=None):
    """CPython 3.12.1, as the build lays it out; None where it is missing."""
    for home in (folder, os.environ.get("KRAIT_ORACLE"), os.path.join(ROOT, "conformance/target/oracle")):
        executable = os.path.join(home, "bin/python3.12") if home else ""
        if os.path.exists(executable):
            if not os.access(executable, os.X_OK):
                os.chmod(executable, 0o755)
            libraries = os.path.join(home, "lib") + ":" + home
            return Implementation("cpython", [executable], {"PYTHONHOME": home, "LD_LIBRARY_PATH": libraries})
    return None


def pypy(command="pypy3"):
    """PyPy, where it is installed; else None."""
    found = shutil.which(command)
    return Implementation("pypy", [found]) if found else None
