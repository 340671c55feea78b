"""+= of classes that inherit a sequence's: before their own operators."""


class L(list):
    def __add__(self, o): print("add"); return NotImplemented
class M(list):
    def __radd__(self, o): print("radd"); return "r"
    def __mul__(self, n): print("mul"); return "m"
class B(bytearray):
    def __add__(self, o): print("badd"); return "b"
x = L([1]); x += [2]; print(type(x).__name__, x)
x = [1]; x += M([3]); print(x)
x = M([1]); x *= 2; print(x)
x = B(b"a"); x += b"c"; print(x)
def f(x):
    x += [5]
    return x
for i in range(2000): y = f([1])
print(f(L([1])), f([1]))
class K(list): pass
x = K([1]); x += M([3]); print(type(x).__name__, x)
class I(list):
    def __iadd__(self, o): print("iadd"); return NotImplemented
    def __add__(self, o): print("add"); return "a"
x = I([1]); x += [2]; print(x)
class J(list):
    def __iadd__(self, o): print("iadd"); return NotImplemented
x = J([1]); 
try:
    x += [2]; print(x)
except TypeError as e: print(e)
x = K([1])
try: x += 5
except TypeError as e: print(e)
x = [1]
try: x += 5
except TypeError as e: print(e)
