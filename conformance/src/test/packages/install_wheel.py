# packages:
"""A virtual environment with pip: a wheel is installed, its commands run, it is listed and taken away again."""
import base64
import hashlib
import os
import re
import subprocess
import sys
import tempfile
import zipfile

FILES = {
    "hello_pkg/__init__.py": "__version__ = '1.2'\n\n\ndef main():\n    import sys\n    from importlib import resources\n"
    "    print('hello', sys.argv[1:], resources.files('hello_pkg').joinpath('data/word.txt').read_text())\n    return 3\n",
    "hello_pkg/__main__.py": "from . import main\nmain()\n",
    "hello_pkg/data/word.txt": "a word",
    "hello_pkg-1.2.data/scripts/hello-script": "#!python\nimport sys\nprint('script', sys.prefix == sys.base_prefix)\n",
    "hello_pkg-1.2.dist-info/METADATA": "Metadata-Version: 2.1\nName: hello-pkg\nVersion: 1.2\nSummary: says hello\nRequires-Python: >=3.8\n",
    "hello_pkg-1.2.dist-info/WHEEL": "Wheel-Version: 1.0\nGenerator: hand\nRoot-Is-Purelib: true\nTag: py3-none-any\n",
    "hello_pkg-1.2.dist-info/entry_points.txt": "[console_scripts]\nhello-cmd = hello_pkg:main\n[own.group]\nx = hello_pkg:main\n",
}
LOOK = """
import importlib.metadata as m, sys
print(m.version('hello-pkg'), m.entry_points(group='own.group')['x'].load().__name__, m.metadata('hello-pkg')['Summary'])
print(sorted(map(str, m.files('hello_pkg'))), m.packages_distributions()['hello_pkg'], m.requires('hello-pkg'))
print(sys.prefix != sys.base_prefix, sys.executable.startswith(sys.prefix), sys._base_executable.startswith(sys.prefix))
"""


def make_wheel(folder):
    name = os.path.join(folder, "hello_pkg-1.2-py3-none-any.whl")
    record = []
    with zipfile.ZipFile(name, "w") as wheel:
        for path, text in FILES.items():
            digest = base64.urlsafe_b64encode(hashlib.sha256(text.encode()).digest()).rstrip(b"=").decode()
            record.append(f"{path},sha256={digest},{len(text)}\n")
            info = zipfile.ZipInfo(path)
            info.external_attr = 0o100755 << 16 if "/scripts/" in path else 0o100644 << 16
            wheel.writestr(info, text)
        wheel.writestr(zipfile.ZipInfo("hello_pkg-1.2.dist-info/RECORD"), "".join(record) + "hello_pkg-1.2.dist-info/RECORD,,\n")
    return name


with tempfile.TemporaryDirectory() as folder:
    place = os.path.join(folder, "env")
    environment = {k: v for k, v in os.environ.items() if not k.startswith("PYTHON")}
    environment |= {"PIP_DISABLE_PIP_VERSION_CHECK": "1", "PIP_CONFIG_FILE": os.devnull, "PIP_NO_INDEX": "1"}
    environment["PATH"] = os.path.join(place, "bin") + ":" + environment["PATH"]

    def run(*words):
        done = subprocess.run(words, env=environment, cwd=folder, capture_output=True, text=True)
        text = (done.stdout + done.stderr).replace(folder, "FOLDER").replace("/lib64/", "/lib/")
        text = "".join(line for line in text.splitlines(True) if "TLS/SSL" not in line)
        print(">", *("LOOK" if word == LOOK else "python" if word == sys.executable else os.path.basename(word) for word in words), done.returncode)
        print(re.sub(r"[^\n]*━[^\n]*\n", "", text), end="")

    run(sys.executable, "-m", "venv", place)
    wheel = make_wheel(folder)
    run("pip", "install", "./" + os.path.basename(wheel))
    for words in ("--version", "list", "show -f hello-pkg"):
        run("pip", *words.split())
    run("hello-cmd", "a", "b c")
    run("hello-script")
    run("python", "-m", "hello_pkg", "q")
    run("python", "-c", LOOK)
    run("pip", "install", "--force-reinstall", "--no-deps", wheel)
    run("pip", "uninstall", "-y", "hello-pkg")
    run("pip", "install", "./none.whl")
    print(os.path.exists(os.path.join(place, "bin", "hello-cmd")))
    os.makedirs(os.path.join(folder, "app"))
    with open(os.path.join(folder, "app", "hello.py"), "w") as out:
        out.write("import sys\ndef main():\n    print('zipped', sys.argv[1:], __file__.rpartition('/')[2], sys.prefix != sys.base_prefix)\n")
    run("python", "-m", "zipapp", "app", "-o", "app.pyz", "-m", "hello:main", "-p", "/usr/bin/env python3", "-c")
    run(os.path.join(folder, "app.pyz"), "x")
    run("python", "-m", "site", "--user-base")
    print(sorted(n for n in os.listdir(os.path.join(place, "bin")) if not n.startswith(("python", "krait"))))
    print(sorted(os.listdir(os.path.join(place, "lib", "python3.12", "site-packages"))))
