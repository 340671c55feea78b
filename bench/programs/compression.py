"""Huffman's codes and Lempel and Ziv's in plain Python: heaps, dictionaries, bits, bytes."""

import heapq

KIND = "pure"
SIZE = 81000


def code_lengths(text):
    counts = {}
    for char in text:
        counts[char] = counts.get(char, 0) + 1
    heap = [(count, char, None) for char, count in sorted(counts.items())]
    heapq.heapify(heap)
    while len(heap) > 1:
        a = heapq.heappop(heap)
        b = heapq.heappop(heap)
        heapq.heappush(heap, (a[0] + b[0], a[1] + b[1], (a, b)))
    codes = {}

    def walk(node, code):
        if node[2] is None:
            codes[node[1]] = code
        else:
            walk(node[2][0], code + "0")
            walk(node[2][1], code + "1")

    walk(heap[0], "")
    return codes


def huffman(text):
    codes = code_lengths(text)
    bits = "".join(codes[char] for char in text)
    back = {code: char for char, code in codes.items()}
    result = []
    code = ""
    for bit in bits:
        code += bit
        if code in back:
            result.append(back[code])
            code = ""
    return len(bits), "".join(result)


def lzw(data):
    table = {bytes([i]): i for i in range(256)}
    word = b""
    out = []
    for byte in data:
        longer = word + bytes((byte,))
        if longer in table:
            word = longer
        else:
            out.append(table[word])
            table[longer] = len(table)
            word = longer[-1:]
    out.append(table[word])
    return out


def unlzw(codes):
    table = [bytes([i]) for i in range(256)]
    word = table[codes[0]]
    out = bytearray(word)
    for code in codes[1:]:
        entry = table[code] if code < len(table) else word + word[:1]
        out += entry
        table.append(word + entry[:1])
        word = entry
    return bytes(out)


def run_length(data):
    out = []
    at = 0
    while at < len(data):
        end = at
        while end < len(data) and data[end] == data[at] and end - at < 255:
            end += 1
        out.append((end - at, data[at]))
        at = end
    return b"".join(bytes([byte]) * count for count, byte in out)


def run(n):
    text = ("she sells sea shells on the sea shore; the shells she sells are sea shells for sure. " * (n // 80 + 1))[:n]
    size, back = huffman(text)
    assert back == text and size < 5 * n
    data = text.encode()
    codes = lzw(data)
    assert unlzw(codes) == data and len(codes) < n // 3
    assert run_length(data) == data
