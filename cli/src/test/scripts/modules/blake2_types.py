# The types of _blake2: attributes, arguments and what is wrong with them.
import _blake2
for T in (_blake2.blake2b,_blake2.blake2s):
    print(T, sorted(T.__dict__), T.__basicsize__, T.__flags__&(1<<10), T.__flags__&(1<<8), T.__text_signature__, T.__doc__)
    for k in ('SALT_SIZE','PERSON_SIZE','MAX_KEY_SIZE','MAX_DIGEST_SIZE'): print(k, T.__dict__[k], type(T.__dict__[k]))
    h=T(b'x'); print(h.name,h.block_size,h.digest_size,h.hexdigest(), type(h.copy()))
    print(T.copy.__doc__, T.copy.__text_signature__,T.update.__text_signature__,T.digest.__doc__,T.hexdigest.__doc__,T.update.__doc__)
    for k in ('name','block_size','digest_size'): print(T.__dict__[k].__doc__)
    for a,kw in [((),{}),((b'',b''),{}),((),dict(data=b'')),(('s',),{}),((),dict(digest_size=65)),((),dict(digest_size=0)),((),dict(digest_size='x')),((),dict(key=b'x'*65)),((),dict(key='x')),((),dict(salt=b'x'*17)),((),dict(person=b'x'*17)),((),dict(fanout=256)),((),dict(fanout=-1)),((),dict(depth=0)),((),dict(leaf_size=-1)),((),dict(leaf_size=1<<32)),((),dict(leaf_size=1<<65)),((),dict(node_offset=-1)),((),dict(node_offset=1<<64)),((),dict(node_offset=1<<48)),((),dict(node_depth=256)),((),dict(inner_size=65)),((),dict(inner_size=-1)),((),dict(last_node=1)),((),dict(bad=1)),((),dict(string=b'x')),((),dict(key=None)),((),dict(leaf_size=1.5))]:
        try: print(a,kw,T(*a,**kw).hexdigest()[:16])
        except Exception as e: print(a,kw,type(e).__name__,e)
    try:
        class S(T): pass
        print(S().name, S(b'x').hexdigest()[:8])
    except Exception as e: print(type(e),e)
    try: T.x=1
    except Exception as e: print(type(e),e)
    try: print(T.__new__.__text_signature__)
    except Exception as e: print(type(e),e)
