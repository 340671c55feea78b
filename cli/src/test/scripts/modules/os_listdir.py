"""Names of files beyond the first plane, and errors of os.listdir."""

import os
import tempfile

with tempfile.TemporaryDirectory() as folder:
    for name in ("plain", "é", "\U0001f600"):
        open(os.path.join(folder, name), "w").close()
    print(ascii(sorted(os.listdir(folder))), sorted(os.listdir(os.fsencode(folder))))
    print([len(name) for name in sorted(os.listdir(folder))])
    for wrong in (os.path.join(folder, "plain"), os.path.join(folder, "missing"), 1.5):
        try:
            os.listdir(wrong)
        except (OSError, TypeError) as error:
            print(type(error).__name__, str(error).replace(folder, "FOLDER"))
    try:
        os.stat(1.5)
    except TypeError as error:
        print(error)
    before = os.getcwd()
    os.chdir(folder)
    print(len(os.listdir()), len(os.listdir(".")))
    os.chdir(before)
