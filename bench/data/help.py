"""A program that prints its help."""

import argparse

parser = argparse.ArgumentParser(description="Copies files, slowly but surely.")
parser.add_argument("source", nargs="+", help="what to copy")
parser.add_argument("target", help="where to")
parser.add_argument("-v", "--verbose", action="store_true", help="say what is copied")
parser.add_argument("--mode", type=int, default=0o644, help="bits of the copy (default: %(default)s)")
parser.parse_args()
