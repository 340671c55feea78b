"""Digits whose value is a multiple of 2**64 are no zeros (they were in float() and json), wherever the point stands."""

import json
from decimal import Decimal
from fractions import Fraction

for multiple in range(1, 12):
    digits = str(multiple << 64)
    for tail in ("", "0", "000000000000000000000", "1"):
        for text in (digits + tail, digits + tail + "e23", digits + tail + "e-17", digits[:5] + "." + digits[5:] + tail):
            exact = Fraction(text)
            value = float(text)
            assert value == exact.numerator / exact.denominator, (text, value)
            assert float("-" + text) == -value and float("000" + text) == value, text
            assert eval(text + ("" if "e" in text or "." in text else ".0")) == value, text
            assert json.loads(text) == value or not set(text) & set(".e"), text
            assert float(Decimal(text)) == value and complex(text) == value, text
            print(text, value)
