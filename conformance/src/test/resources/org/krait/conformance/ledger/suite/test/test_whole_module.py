"""A module that says itself that it is nothing without CPython's insides."""

import unittest
from test.support import import_helper

capi = import_helper.import_module("_testcapi")


class Plain(unittest.TestCase):
    def test_anything(self):
        pass
