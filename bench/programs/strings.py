"""Text built and taken apart: join, split, replace, strip, slices, translate, case, find."""

KIND = "library"
SIZE = 620

LINE = "The quick brown fox; jumps over, the lazy dog - and runs away.  "


def caesar(text, shift):
    result = []
    for char in text:
        if "a" <= char <= "z":
            char = chr((ord(char) - 97 + shift) % 26 + 97)
        result.append(char)
    return "".join(result)


def palindromes(words):
    return [word for word in words if word == word[::-1]]


def run(n):
    built = ""
    for i in range(n):
        text = LINE * 4
        words = [word.strip(",.;-").lower() for word in text.split()]
        assert " ".join(words).count("the") == 8
        assert text.replace("fox", "cat").find("cat") == text.index("fox")
        assert caesar(caesar(text.lower(), 3), 23) == text.lower()
        assert palindromes(["level", "fox", "noon"] * 10) == ["level", "noon"] * 10
        table = str.maketrans("aeiou", "AEIOU", " ")
        assert len(text.translate(table)) == len(text) - text.count(" ")
        assert text.title().swapcase().startswith("tHE qUICK")
        for part in text.partition(";"):
            built += part[:2]
        assert text.splitlines()[0].rjust(300, "*").endswith(text)
        assert "-".join(reversed(words)).rsplit("-", 1)[1] == "the"
        for char in text:
            if char.isupper() or char.isdigit():
                built += char
    assert len(built) == n * 9, len(built) / n
