# packages: python3-pytest python3-pluggy python3-iniconfig python3-packaging python3-attr
"""pytest runs a small suite: fixtures, parameters, marks, rewritten assertions, capturing, a plugin, doctests."""
import contextlib
import io
import os
import re
import shlex
import sys
import tempfile
import textwrap

import pytest

FILES = {
    "conftest.py": """
        import pytest
        @pytest.fixture(scope="module", params=["one", "two"])
        def word(request):
            print("set up", request.param)
            yield request.param
            print("tear down", request.param)
        def pytest_terminal_summary(terminalreporter):
            terminalreporter.write_line("own line: %d passed" % len(terminalreporter.stats.get("passed", [])))
        """,
    "test_things.py": """
        import pytest, sys, warnings
        def add(a, b):
            '''Adds.

            >>> add(1, 2)
            3
            >>> add(1, "x")
            Traceback (most recent call last):
            TypeError: unsupported operand type(s) for +: 'int' and 'str'
            '''
            return a + b
        @pytest.mark.parametrize("a,b,sum", [(1, 2, 3), pytest.param(2, 2, 5, id="wrong"), pytest.param(1, 1, 3, marks=pytest.mark.xfail)])
        def test_add(a, b, sum):
            assert add(a, b) == sum, "said so"
        def test_word(word, tmp_path, capsys):
            (tmp_path / "f").write_text(word)
            print("hello", word)
            assert capsys.readouterr().out == "hello %s\\n" % word
        def test_compare():
            left = {"a": [1, 2, 3], "b": "text"}
            assert left == {"a": [1, 5, 3], "b": "test", "c": None}
        def test_in():
            words = "one two".split()
            assert "three" in [w.upper() for w in words]
        @pytest.mark.skipif(sys.version_info > (3,), reason="not here")
        def test_skipped(): pass
        class TestGroup:
            @pytest.fixture(autouse=True)
            def number(self, monkeypatch):
                monkeypatch.setenv("NUMBER", "7")
            def test_env(self, monkeypatch):
                import os
                assert os.environ["NUMBER"] == "7"
                with pytest.raises(ValueError, match="invalid literal.*'x'") as caught:
                    int("x")
                assert caught.type is ValueError and 0.1 + 0.2 == pytest.approx(0.3)
            def test_warns(self):
                with pytest.warns(UserWarning, match="careful"):
                    warnings.warn("be careful")
            def test_text(self):
                assert "line one\\nline 2\\n" == "line one\\nline two\\n"
        def test_error(nofixture): pass
        def test_logs(caplog):
            import logging
            logging.getLogger("x").warning("told %s", 1)
            assert caplog.record_tuples == [("x", 30, "told 1")]
        """,
    "test_unit.py": """
        import unittest
        class CaseTest(unittest.TestCase):
            def setUp(self): self.x = [1]
            def test_a(self): self.assertEqual(self.x, [1])
            def test_b(self):
                for i in range(2):
                    with self.subTest(i=i): self.assertIn(0, self.x)
            @unittest.expectedFailure
            def test_c(self): self.fail("no")
        """,
}
with tempfile.TemporaryDirectory() as folder:
    os.chdir(folder)
    for name, text in FILES.items():
        with open(name, "w") as out:
            out.write(textwrap.dedent(text))
    for words in ("-v --doctest-modules", "-q -k 'word or env' --setup-show", "--collect-only -q test_unit.py", "-x -q --tb=short -rfEsx",
                  "--markers", "-q nothing", "-q test_unit.py -vv", "--nosuch", "-q -p no:doctest --junitxml=report.xml test_unit.py"):
        with contextlib.redirect_stdout(io.StringIO()) as out, contextlib.redirect_stderr(out):
            code = pytest.main(["-p", "no:cacheprovider", "--color=no", "--disable-warnings", "--rootdir=" + folder] + shlex.split(words))
        text = re.sub(r"\d+\.\d\ds", "TIME", out.getvalue().replace(folder, "FOLDER"))
        print(re.sub(r"(?m)^platform .*| at 0x[0-9a-f]+|/[^ \n]*python3.12|pytest-\d+/", "...", text), "exit", int(code))
        for name in list(sys.modules):
            if name.startswith(("test_", "conftest")):
                del sys.modules[name]
    with open("report.xml") as report:
        print(re.sub(r'(time|timestamp|hostname)="[^"]*"', "", report.read()).replace(folder, "FOLDER"))
    os.chdir("/")
