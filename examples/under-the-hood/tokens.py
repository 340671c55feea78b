"""The first stage: a line of source as tokens."""

import io
import tokenize

SOURCE = "total = price * (1 + 0.19)  # with tax\n"

for token in tokenize.generate_tokens(io.StringIO(SOURCE).readline):
    print(f"{tokenize.tok_name[token.exact_type]:10} {token.start}-{token.end} {token.string!r}")
