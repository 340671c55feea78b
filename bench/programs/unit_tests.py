"""A small suite of unittest found, run and reported, again and again."""

import io
import unittest

KIND = "library"
SIZE = 250


class Shelf:
    def __init__(self):
        self.books = {}

    def add(self, title, count=1):
        if count < 1:
            raise ValueError("count must be positive")
        self.books[title] = self.books.get(title, 0) + count

    def take(self, title):
        self.books[title] -= 1
        if not self.books[title]:
            del self.books[title]


class ShelfTest(unittest.TestCase):
    def setUp(self):
        self.shelf = Shelf()
        self.shelf.add("a", 2)
        self.addCleanup(self.shelf.books.clear)

    def test_add(self):
        self.shelf.add("a")
        self.assertEqual(self.shelf.books, {"a": 3})

    def test_refuses(self):
        with self.assertRaisesRegex(ValueError, "positive"):
            self.shelf.add("b", 0)

    def test_take(self):
        for count in (2, 1):
            with self.subTest(count=count):
                self.assertIn("a", self.shelf.books)
                self.shelf.take("a")
        self.assertNotIn("a", self.shelf.books)

    def test_lists(self):
        self.assertListEqual(sorted(self.shelf.books), ["a"])
        self.assertAlmostEqual(0.1 + 0.2, 0.3)
        self.assertIsInstance(self.shelf, Shelf)

    def test_missing(self):
        self.assertRaises(KeyError, self.shelf.take, "z")

    @unittest.skip("not today")
    def test_skipped(self):
        self.fail()


def run(n):
    loader = unittest.TestLoader()
    for _ in range(n):
        suite = loader.loadTestsFromTestCase(ShelfTest)
        result = unittest.TextTestRunner(stream=io.StringIO(), verbosity=2).run(suite)
        assert result.wasSuccessful() and result.testsRun in (5, 6) and len(result.skipped) == 1
