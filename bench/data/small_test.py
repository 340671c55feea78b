"""A small test module."""

import unittest


class SmallTest(unittest.TestCase):
    def test_upper(self):
        self.assertEqual("abc".upper(), "ABC")

    def test_split(self):
        self.assertEqual("a b".split(), ["a", "b"])
        with self.assertRaises(TypeError):
            "a b".split(2)


if __name__ == "__main__":
    unittest.main()
