# A class whose docstring begins as those of builtin types do has a text signature.
import inspect


class A:
    "A(x, y=3)\n--\n\nfoo"


class B:
    "A(x)\n--\n\nfoo"


class C:
    "C()\n--\nfoo"


class D:
    "D(x) -> y\n--\n\nfoo"


class E:
    "E(a\n,b)\n--\n\n"


class F:
    "F(a\n\n,b)\n--\n\n"


class G:
    class H:
        "H(a)\n--\n\n"


class I(A):
    pass


for cls in A, B, C, D, E, F, G, G.H, I, type('T', (), {'__doc__': 3}), type('p.T', (), {'__doc__': 'T(z)\n--\n\n'}):
    print(cls.__name__, repr(cls.__text_signature__), inspect.signature(cls) if cls.__text_signature__ else '')
