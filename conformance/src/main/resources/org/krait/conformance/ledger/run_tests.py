"""Runs the tests of one module of CPython's suite: run_tests.py MODULE RECORD (suite_tests.py says how).

All that can be is in a module of its own: that has a cache, where a program is compiled at each start, and in each
child of multiprocessing.
"""

if __name__ == "__main__":
    import sys
    import posix
    import suite_tests

    sys.path_importer_cache.pop(sys.path[0], None)
    sys.path[0] = posix.getcwd()  # as `-m unittest` has it
    _module, _record = sys.argv[1:]
    sys.argv[1:] = []
    suite_tests.main(_module, _record)
