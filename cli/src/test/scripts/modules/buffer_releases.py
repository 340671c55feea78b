"""__release_buffer__ is called when a view is given back (PEP 688)."""
class B(bytearray):
    def __buffer__(self, flags): return super().__buffer__(flags)
    def __release_buffer__(self, view): print('release', bytes(view.tobytes())); super().__release_buffer__(view)
b=B(b'hello')
with memoryview(b) as m: print(m.tobytes())
b.clear()
class C(bytearray):
    def __release_buffer__(self, view):
        for f in memoryview, lambda v: v[:1], lambda v: v.cast('b'), lambda v: v.toreadonly(), lambda v: v.__buffer__(0):
            try: f(view)
            except ValueError as e: print(e)
        global kept; kept=view
c=C(b'hello')
with memoryview(c) as m: pass
c.clear()
try: kept.tobytes()
except ValueError as e: print(e)
class A:
    def __buffer__(self, flags): return memoryview(ba)
    def __release_buffer__(self, view): self.b=view
ba=bytearray(b'hello'); a=A()
with memoryview(a) as m: print(m.tobytes())
print(a.b.tobytes())
try: ba.clear()
except BufferError as e: print(e)
a.b.release(); ba.clear()
try: bytearray().__release_buffer__(memoryview(b'x'))
except ValueError as e: print(e)
