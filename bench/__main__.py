"""The benchmark: Krait, CPython and PyPy run the same programs in turn; `./krait bench --help`.

Writes what was measured to a JSON file after every program, so that a run can be interrupted and
continued with other programs or implementations (--keep), and the report can be made again from it
(--report). Ratios are of times in one run on one machine: above 1, Krait is quicker.
"""

import argparse
import ast
import contextlib
import json
import os
import platform
import subprocess
import sys
import time

import implementations
import plot
import report
import startup

HERE = os.path.dirname(os.path.abspath(__file__))
PROGRAMS = os.path.join(HERE, "programs")


def facts(path):
    """The constants of a program's first lines, and what it says it is."""
    with open(path, encoding="utf-8") as file:
        tree = ast.parse(file.read())
    found = {"about": ast.get_docstring(tree)}
    for node in tree.body:
        if isinstance(node, ast.Assign) and isinstance(node.value, ast.Constant):
            found[node.targets[0].id.lower()] = node.value.value
    return found


def programs(only, kind):
    """The names of the programs, with their facts."""
    found = {}
    for file in sorted(os.listdir(PROGRAMS)):
        name, extension = os.path.splitext(file)
        if extension == ".py" and (not only or name in only):
            known = facts(os.path.join(PROGRAMS, file))
            if not kind or known["kind"] == kind:
                found[name] = known
    return found


@contextlib.contextmanager
def alone(lock):
    """Holds a lock file, on machines that are shared by agreement."""
    if not lock:
        yield
        return
    import fcntl

    with open(lock, "a") as file:
        fcntl.flock(file, fcntl.LOCK_EX)
        yield


def measure(implementation, name, seconds):
    """One program in one implementation; what measure.py printed, or the error."""
    path = os.path.join(PROGRAMS, name + ".py")
    arguments = [os.path.join(HERE, "measure.py"), path, str(seconds), repr(time.time())]
    process = implementation.process(arguments, stdout=subprocess.PIPE, stderr=subprocess.PIPE, text=True)
    try:
        out, err = process.communicate(timeout=seconds * 4 + 60)
    except subprocess.TimeoutExpired:
        process.kill()
        process.communicate()
        return {"error": "took more than %d s" % (seconds * 4 + 60)}
    if process.returncode:
        return {"error": (err.strip().splitlines() or ["exit code %d" % process.returncode])[-1]}
    return json.loads(out)


def chosen(options):
    """The implementations to compare, in the order of their turns."""
    found = [implementations.krait()]
    for each in options.variant:
        name, _, words = each.partition("=")
        found.append(implementations.krait(name, words))
    cpython = implementations.oracle(options.oracle)
    if cpython is None:
        sys.exit("bench: no CPython 3.12.1: run `./krait bench` once, or set KRAIT_ORACLE")
    found.append(cpython)
    pypy = implementations.pypy()
    if pypy is not None:
        found.append(pypy)
    if options.implementations:
        found = [each for each in found if each.name in options.implementations.split(",")]
    return found


def machine():
    """A line about the machine."""
    model = platform.processor() or platform.machine()
    with contextlib.suppress(OSError):
        with open("/proc/cpuinfo") as file:
            model = next((line.split(":", 1)[1].strip() for line in file if line.startswith("model name")), model)
    return "%s, %d cores, %s" % (model, os.cpu_count(), platform.platform())


def arguments():
    parser = argparse.ArgumentParser(prog="krait bench", description=__doc__.split("\n\n")[0])
    parser.add_argument("only", nargs="*", help="names of programs (default: all)")
    parser.add_argument("--kind", choices=["pure", "library"], help="only programs of a kind")
    parser.add_argument("--seconds", type=float, default=5, help="budget of time a program (default: %(default)s)")
    parser.add_argument("--implementations", metavar="A,B", help="only these: krait, cpython, pypy, a variant")
    parser.add_argument(
        "--variant",
        action="append",
        default=[],
        metavar="NAME=OPTIONS",
        help="Krait once more with options, and after --java options of the Java machine",
    )
    parser.add_argument("--starts", type=int, default=5, help="runs of each start-up program; 0 for none")
    parser.add_argument("--oracle", metavar="FOLDER", help="where CPython 3.12.1 is")
    parser.add_argument("--lock", metavar="FILE", help="held while something is timed")
    parser.add_argument("--out", default=os.path.join(HERE, "target"), metavar="FOLDER", help="where results go")
    parser.add_argument("--keep", action="store_true", help="add to the results that are there")
    parser.add_argument("--report", action="store_true", help="measure nothing, report what is there")
    parser.add_argument("--list", action="store_true", help="the programs, and what they are")
    return parser.parse_args()


def run(options, results, save):
    """Measures everything, telling how far it is."""
    found = chosen(options)
    for implementation in found:
        results["implementations"].setdefault(implementation.name, implementation.version())
    names = programs(options.only, options.kind)
    for at, (name, known) in enumerate(names.items(), 1):
        entry = results["programs"].setdefault(name, {"kind": known["kind"]})
        told = []
        for implementation in found:
            with alone(options.lock):
                entry[implementation.name] = result = measure(implementation, name, options.seconds)
            told.append("%s %s" % (implementation.name, report.short(result)))
        print("%3d/%d %-18s %s" % (at, len(names), name, "   ".join(told)), file=sys.stderr, flush=True)
        save()
    if options.starts and not options.only and not options.kind:
        for name, words in startup.PROCESSES.items():
            entry = results["startup"].setdefault(name, {})
            for implementation in found:
                with alone(options.lock):
                    entry[implementation.name] = startup.time_process(implementation, words, options.starts)
            save()


def main():
    options = arguments()
    if options.list:
        for name, known in programs(options.only, options.kind).items():
            print("%-18s %-8s %s" % (name, known["kind"], known["about"]))
        return
    os.makedirs(options.out, exist_ok=True)
    file = os.path.join(options.out, "results.json")
    results = {"machine": machine(), "seconds": options.seconds, "implementations": {}, "programs": {}, "startup": {}}
    if (options.keep or options.report) and os.path.exists(file):
        with open(file) as old:
            results = json.load(old)

    def save():
        with open(file + ".new", "w") as new:
            json.dump(results, new)
        os.replace(file + ".new", file)

    if not options.report:
        run(options, results, save)
    text = report.text(results)
    print(text)
    with open(os.path.join(options.out, "report.md"), "w", encoding="utf-8") as out:
        out.write(text + "\n")
    with open(os.path.join(options.out, "report.svg"), "w", encoding="utf-8") as out:
        out.write(plot.svg(results))
    print("written: report.md, report.svg and results.json in", options.out, file=sys.stderr)


if __name__ == "__main__":
    main()
