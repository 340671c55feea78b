# A submodule that is asked for while it is being imported.
import os
import sys
import tempfile

with tempfile.TemporaryDirectory() as folder:
    package = os.path.join(folder, "circling_package")
    os.mkdir(package)
    for name, text in (("__init__", ""), ("one", "import circling_package.two"), ("two", "import circling_package\ncircling_package.one")):
        with open(os.path.join(package, name + ".py"), "w") as file:
            file.write(text)
    sys.path.insert(0, folder)
    try:
        import circling_package.one
    except AttributeError as error:
        print(error, error.name)
    sys.path.remove(folder)
