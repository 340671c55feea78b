"""Command lines: parsers made with groups and subcommands, arguments parsed, help printed."""

import argparse

KIND = "library"
SIZE = 39


def parser():
    main = argparse.ArgumentParser("tool", description="A tool with parts.", epilog="That is all.")
    main.add_argument("-v", "--verbose", action="count", default=0, help="say more")
    main.add_argument("--level", type=int, choices=range(5), default=1, help="from 0 to 4 (default: %(default)s)")
    either = main.add_mutually_exclusive_group()
    either.add_argument("--json", action="store_true")
    either.add_argument("--text", action="store_true")
    parts = main.add_subparsers(dest="part", required=True)
    copy = parts.add_parser("copy", help="copies files")
    copy.add_argument("source", nargs="+")
    copy.add_argument("target")
    copy.add_argument("--mode", metavar="BITS", type=lambda text: int(text, 8))
    show = parts.add_parser("show", help="shows a file")
    show.add_argument("file", nargs="?", default="-")
    show.add_argument("--lines", nargs=2, type=int)
    return main


def run(n):
    for i in range(n):
        main = parser()
        for _ in range(3):
            one = main.parse_args(["-vv", "--level=3", "--json", "copy", "a", "b", "c", "--mode", "644"])
            assert one.verbose == 2 and one.level == 3 and one.source == ["a", "b"] and one.mode == 0o644
            two = main.parse_args(["show", "--lines", "3", "9"])
            assert two.file == "-" and two.lines == [3, 9] and not two.json
        if i % 4 == 0:
            text = main.format_help()
            assert "copies files" in text and "say more" in text
