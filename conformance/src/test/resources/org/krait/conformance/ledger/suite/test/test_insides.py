"""Tests that look at the insides of CPython in all the ways in which a test can name them."""

import doctest
import unittest
from test import support

try:
    from _testcapi import INT_MAX, instancemethod as lent
    import _testcapi
except ImportError:
    INT_MAX = _testcapi = None
    lent = str


wrapped = lent(len)


def inspect(value):
    return lent(value)


class Insides(unittest.TestCase):
    @support.cpython_only
    def report(self):
        pass

    def test_own_code(self):
        _testcapi.get_args()

    def test_what_the_module_has(self):
        lent(len)

    def test_what_the_module_made(self):
        self.assertEqual(wrapped.__name__, "len")

    def test_function(self):
        [inspect(value) for value in (len,)]

    def test_method(self):
        self.report()

    @unittest.skipIf(_testcapi is None, "none here")
    def test_decorator(self):
        pass


class Fixture(unittest.TestCase):
    def setUp(self):
        self.c = _testcapi

    def test_anything(self):
        pass


@unittest.skipIf(lent is str, "none here")
class Decorated(unittest.TestCase):
    def test_anything(self):
        pass


class Outside(unittest.TestCase):
    def test_number(self):
        self.assertGreater(INT_MAX, 0)

    def test_function_of_another_module(self):
        support.gc_collect()


def doctest_case(name, *examples):
    examples = [doctest.Example(*example) for example in examples]
    return doctest.DocTestCase(
        doctest.DocTest(examples, {}, "test.test_insides.__test__." + name, None, None, None))


def load_tests(loader, tests, pattern):
    tests.addTest(doctest_case("refleaks"))
    tests.addTest(doctest_case("dead_ids", ("(", "..."), ("ids = list(map(id, ((i, i) for i in range(3))))", "")))
    tests.addTest(doctest_case(
        "kept_ids", ("a = [[]]", ""), ("len(set(map(id, a)))", "1"), ("len(set(map(id, (x for x in a))))", "1")))
    return tests
