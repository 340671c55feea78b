"""Streams of all protocols, good and bad; what the pickler and the unpickler refuse, and their words."""
import _pickle, copyreg, hashlib, io, pickle, re


def shown(value):
    return re.sub("0x[0-9a-f]+", "0x", repr(value)[:70])


for b in (b'', b'\x80\x04', b'N', b'\xff', b'(', b'(.', b'.', b'(NN.', b'0', b'(0N.', b'1', b'Iabc\n.', b'I01\n.', b'I 5\n.', b'L0x10L\n.', b'Fabc\n.', b'F1.5\n.', b"S'abc\n.", b"Sabc\n.", b"S'a\\x41b'\n.", b'\x80\x09.', b'\x8a\x00.', b'\x8b\xff\xff\xff\xff.', b'h\x00.', b'g0\n.', b'gx\n.', b'p0\n.', b'Np-1\n.', b'\x82\x01.', b'\x82\x00.', b'N\x81.', b'NN\x81.', b'cbuiltins\nint\nN\x81.', b'c\n.', b'cos\nnope\n.', b'cnope\nx\n.', b'NN\x93.', b'}(N.', b'}(Nu.', b'](u.',b'NNR.', b'Pabc\n.', b'NQ.', b'N\x98.', b'\x97.', b'\x95\x04\x00\x00\x00\x00\x00\x00\x00N.', b'\x95\xff\xff\xff\xff\xff\xff\xff\xffN.', b'T\xff\xff\xff\xffa.', b'(Nd.', b'Nb.', b'NNb.', b'cbuiltins\nobject\n)\x81Nb.',b'cbuiltins\nobject\n)\x81K\x01b.', b'cbuiltins\nobject\n)\x81NK\x01\x86b.', b'ibuiltins\nobject\n.', b'(ibuiltins\nobject\n.', b'(o.', b'(cbuiltins\nobject\no.', b'Na.', b'NNa.', b'N(Ne.', b'N(\x90.', b'N(N\x90.', b'e.', b'(e.', b'](e.', b'\x85.', b'N\x86.', b'X\x02\x00\x00\x00\xff\xff.', b'V\\u12\n.', b'(lp0\n(a.', b'\x8c\x02a', b'B\x02\x00\x00\x00a',b'N(NNN\x92.', b'cbuiltins\nobject\n)N\x92.', b'NNN\x92.', b'\x8e\xff\xff\xff\xff\xff\xff\xff\xff.', b'\x8d\xff\xff\xff\xff\xff\xff\xff\xff.',b'\x96\xff\xff\xff\xff\xff\xff\xff\xff.', b'r\x00\x00\x00\x00.', b'j\x00\x00\x00\x00.', b'\x94.', b'NK\x01R.', b'K\x01)R.', b'NNs.', b'NNNs.', b'2.', b'L\n.', b'F\n.', b'V\n.', b'S\n.', b'P\n.', b"S''\n.", b'p\n.', b'g\n.', b'Pa\xff\n.', b'I1L\n.', b'I\n.', b'I99999999999999999999\n.'):
    for f in (lambda: _pickle.loads(b), lambda: _pickle.load(io.BytesIO(b))):
        try: print(b, shown(f()))
        except BaseException as e: print(b, type(e), e)

for protocol in range(6):
    shared = ["a", "\xe9\n\\", "\U0001f600", "\ud800", "x" * 300]
    value = [None, True, 0, -1, 255, 256, 65535, 65536, 2**31, -2**31, 2**63, -2**200, 1.5, float("inf"),
             shared, shared, (), (1,), (1, 2), (1, 2, 3), (1, 2, 3, 4), {}, {1: shared}, {"a": 1, "b": 2},
             {1}, frozenset([2]), set(), frozenset(), b"", b"a\xff", b"x" * 300, bytearray(b"abc"), bytearray(),
             int, len, str.maketrans, type(None), ..., NotImplemented, range(3), 3j,
             list(range(1003)), dict.fromkeys(range(1000)), slice(1, 2)]
    value.append(value)
    for fix in (True, False):
        stream = _pickle.dumps(value, protocol, fix_imports=fix)
        print(protocol, fix, len(stream), hashlib.sha256(stream).hexdigest()[:16], stream == pickle._dumps(value, protocol, fix_imports=fix))
    back = _pickle.loads(stream)
    assert back.pop() is back and back == value[:-1], protocol
    large = [b"y" * 70000, "z" * 70000, bytearray(70000), ["w" * 1000] * 3, ["v%d" % i for i in range(20000)]]
    file = io.BytesIO()
    _pickle.dump(large, file, protocol)
    print(protocol, len(file.getvalue()), hashlib.sha256(file.getvalue()).hexdigest()[:16])
    assert _pickle.loads(file.getvalue()) == large and _pickle.load(io.BytesIO(file.getvalue())) == large


class Reduced:
    def __init__(self, answer):
        self.answer = answer

    def __reduce__(self):
        return self.answer


for answer in (1, "nope", (), (1,), (1, 2), (int, 2), (int, (), None, 3), (int, (), None, None, 3),
               (int, (), None, None, None, 3), (int, (), 1, 2, 3, 4, 5), (int, ()), (int, (), None, iter([]))):
    try:
        print(shown(pickle.dumps(Reduced(answer))))
    except Exception as error:
        print(type(error), re.sub("0x[0-9a-f]+", "0x", str(error)))
for name in ("__newobj__", "__newobj_ex__"):
    for args in ((), (1,), (int,), (int, 1, 2), (1, (), {}), (int, 2, {}), (int, (), 3)):
        def maker(*a): pass
        maker.__name__ = name
        try:
            print(shown(pickle.dumps(Reduced((maker, args)))))
        except Exception as error:
            print(type(error), error)


class Answers:
    pass


for method, answer in (("__getnewargs_ex__", 1), ("__getnewargs_ex__", ()), ("__getnewargs_ex__", (1, {})),
                       ("__getnewargs_ex__", ((), 1)), ("__getnewargs__", 1)):
    cls = type("A", (), {method: lambda self, answer=answer: answer})
    try:
        print(cls().__reduce_ex__(2))
    except Exception as error:
        print(type(error), error)
print(Answers().__getstate__(), dict.__dict__["fromkeys"].__reduce__ is None)
for value in (b"abc", bytearray(b"x"), 3, memoryview(b"abcd")[::2], memoryview(b"abcdef").cast("B", (2, 3))):
    try:
        buffer = _pickle.PickleBuffer(value)
        print(bytes(buffer.raw()), buffer.raw().format, buffer.raw().ndim, bytes(memoryview(buffer)))
        out = []
        stream = pickle.dumps([buffer], 5, buffer_callback=out.append)
        print(pickle.dumps(buffer, 5), stream, bytes(pickle.loads(stream, buffers=out)[0]))
        buffer.release()
        buffer.release()
        buffer.raw()
    except Exception as error:
        print(type(error), error)
