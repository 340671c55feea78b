import _hashlib
def tr(f):
    try: print(f())
    except BaseException as e: print(type(e).__name__,e)
tr(lambda:_hashlib.new('foo')); tr(lambda:_hashlib.new(1)); tr(lambda:_hashlib.new('sha256','x')); tr(lambda:_hashlib.new('sha256',3)); tr(lambda:_hashlib.new('SHA256').name); tr(lambda:_hashlib.new('sha512_256').name);tr(lambda:_hashlib.new('sha512_256',b'').hexdigest())
h=lambda *a,**k:_hashlib.hmac_new(*a,**k)
tr(lambda:_hashlib.hmac_digest(b'k',b'm','sha1')); tr(lambda:_hashlib.hmac_digest(b'k',b'm','foo')); tr(lambda:_hashlib.hmac_digest(b'k',b'm',_hashlib.openssl_md5)); tr(lambda:_hashlib.hmac_digest(b'k','m','sha1'))
tr(lambda:_hashlib.pbkdf2_hmac('sha1',b'p',b's',2)); tr(lambda:_hashlib.pbkdf2_hmac('foo',b'p',b's',2)); tr(lambda:_hashlib.pbkdf2_hmac('sha1',b'p',b's',0)); tr(lambda:_hashlib.pbkdf2_hmac('sha1',b'p',b's',1,0)); tr(lambda:_hashlib.pbkdf2_hmac('sha1',b'p',b's',1,-1)); tr(lambda:_hashlib.pbkdf2_hmac('sha1',b'p',b's',1,dklen=50)); tr(lambda:_hashlib.pbkdf2_hmac('sha1','p',b's',1)); tr(lambda:_hashlib.pbkdf2_hmac(1,b'p',b's',1)); tr(lambda:_hashlib.pbkdf2_hmac('sha1',b'p',b's',1,'x'));tr(lambda:_hashlib.pbkdf2_hmac('sha1',b'p',b's',1,None))
s=_hashlib.scrypt
tr(lambda:s(b'p')); tr(lambda:s(b'p',salt=b's')); tr(lambda:s(b'p',salt=b's',n=3,r=1,p=1)); tr(lambda:s(b'p',salt=b's',n=2,r=1,p=1).hex()); tr(lambda:s(b'p',salt=b's',n=1024,r=8,p=1,dklen=10)); tr(lambda:s(b'p',salt='s',n=2,r=8,p=1)); tr(lambda:s(b'p',salt=b's',n=2,r=8,p=1,maxmem=-1)); tr(lambda:s(b'p',salt=b's',n=2,r=8,p=1,dklen=-1));tr(lambda:s(b'p',salt=b's',n=2,r=8,p=0)); tr(lambda:s(b'p',salt=b's',n=2**20,r=8,p=1)); tr(lambda:s(b'p',salt=b's',n=2.0,r=8,p=1)); tr(lambda:s(b'p',salt=b's',n=2,r='x',p=1));tr(lambda:s(b'p',salt=b's',n=2,r=1,p=2**30));tr(lambda:s(b'p',b's',n=2,r=1,p=2**30))
c=_hashlib.compare_digest
tr(lambda:c(b'a',b'a')); tr(lambda:c('a','a')); tr(lambda:c('a',b'a')); tr(lambda:c('é','é')); tr(lambda:c(1,2)); tr(lambda:c(b'a',bytearray(b'b'))); tr(lambda:c(memoryview(b'aabb')[::2],b'ab'))
tr(lambda:_hashlib.get_fips_mode())
import hashlib
x=_hashlib.new('sha1'); tr(lambda:x.update()); tr(lambda:x.update(1)); tr(lambda:_hashlib.openssl_sha1(string=b"").hexdigest()); tr(lambda:x.digest(1))
