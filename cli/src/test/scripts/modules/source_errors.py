"""What is wrong with sources: bytes, digits, tokens."""
import io
import sys
import tokenize

SOURCES = {
    "cp437": '# -*- coding: cp437 -*-\n"┬ó┬ó┬ó┬ó┬ó┬ó" + f(4, x for x in range(1))\n'.encode("cp437"),
    "bytes": b"x = 1\nprint('\x89')\n",
    "null": b"x = 1\ny = \x002\n",
    "coding": b"# coding: foo\nprint(1)\n",
    "ascii": b'# coding: ascii\nprint("\xe9")\n',
    "marked": b'\xef\xbb\xbf# coding: latin-1\nprint("\xe9")\n',
    "fstring": b'F"""\n\xe5"""',
    "digits": b"a = 1\nc = " + b"3" * 5000 + b"\n",
    "wide": 'x = "é€😀" $ 3\n'.encode(),
}
for name, source in SOURCES.items():
    try:
        compile(source, name + ".py", "exec")
    except (SyntaxError, UnicodeDecodeError) as e:
        print(name, type(e).__name__, *e.args)

limit = sys.get_int_max_str_digits()
for digits in (700, 0):
    sys.set_int_max_str_digits(digits)
    try:
        print(eval("1" * 701) % 7)
    except SyntaxError as e:
        print(e)
sys.set_int_max_str_digits(limit)

for source in (r"f'{1:\x}'", r"f'{1:é\x}'"):
    try:
        eval(source)
    except UnicodeDecodeError as e:
        print(e.args)

for source in ("2sin(x)", "if 1:\n    x\n  y\n", "x = (\n", "a\nb(\nc\0d\n"):
    try:
        for token in tokenize.generate_tokens(io.StringIO(source).readline):
            print(token.string, end=" ")
    except (tokenize.TokenError, SyntaxError) as e:
        print(type(e).__name__, e.args)
