package org.krait.stdlib.hashing;

import java.security.MessageDigest;
import org.krait.annotations.BuiltinModule;
import org.krait.annotations.Function;
import org.krait.runtime.Arguments;
import org.krait.runtime.Errors;
import org.krait.runtime.NativeModule;
import org.krait.runtime.Objects;
import org.krait.runtime.PyObject;
import org.krait.runtime.PyType;
import org.krait.runtime.SimpleTypeTable;
import org.krait.runtime.buffer.Buffers;
import org.krait.runtime.types.PyBuiltinFunction;
import org.krait.runtime.types.PyBytes;
import org.krait.runtime.types.PyDict;
import org.krait.runtime.types.PyExceptions;
import org.krait.runtime.types.PyFrozenSet;
import org.krait.runtime.types.PyInt;
import org.krait.runtime.types.PyMappingProxy;
import org.krait.runtime.types.PyModule;
import org.krait.runtime.types.PyNone;
import org.krait.runtime.types.PyStr;

/** The module {@code _hashlib}, which is OpenSSL in CPython. */
@BuiltinModule(
    value = "_hashlib",
    types = {PyHash.class, PyXofHash.class, PyHmac.class},
    parts = {OpensslFunctions.class},
    doc = "Hash functions, keyed hashes and keys from passwords.")
public final class HashlibModule implements NativeModule {
  static final PyType UNSUPPORTED =
      PyType.builtin(
          new SimpleTypeTable("_hashlib", "UnsupportedDigestmodError", PyExceptions.ValueError));

  private static final long DEFAULT_MEMORY = 32L << 20;
  private static final int DEFAULT_KEY = 64;
  private static final String CONSTRUCTOR = "openssl_";

  @Override
  public void exec(PyModule module) {
    PyDict dict = module.dict();
    dict.put(PyStr.interned("UnsupportedDigestmodError"), UNSUPPORTED);
    PyDict constructors = new PyDict();
    Algorithm[] all = Algorithm.values();
    PyObject[] names = new PyObject[all.length];
    for (int i = 0; i < all.length; i++) {
      names[i] = PyStr.interned(all[i].pythonName);
      PyObject constructor = dict.get(PyStr.interned(CONSTRUCTOR + all[i].pythonName));
      if (constructor != null) {
        constructors.put(constructor, names[i]);
      }
    }
    dict.put(PyStr.interned("openssl_md_meth_names"), PyFrozenSet.of(names));
    dict.put(PyStr.interned("_constructors"), new PyMappingProxy(constructors));
  }

  private static Algorithm named(String name) {
    Algorithm algorithm = Algorithm.named(name);
    if (algorithm == null) {
      throw Errors.make(UNSUPPORTED, "[digital envelope routines] unsupported");
    }
    return algorithm;
  }

  /** The algorithm that a {@code digestmod} means: a name, or a constructor of this module. */
  private static Algorithm ofDigestmod(PyObject digestmod) {
    if (digestmod instanceof PyStr name) {
      return named(name.toString());
    }
    if (digestmod instanceof PyBuiltinFunction function) {
      String name = function.table().name(function.id());
      boolean own = name.startsWith(CONSTRUCTOR) && function.self() instanceof PyModule;
      Algorithm known = own ? Algorithm.named(name.substring(CONSTRUCTOR.length())) : null;
      if (known != null) {
        return known;
      }
    }
    throw Errors.make(UNSUPPORTED, "%s", "Unsupported digestmod " + Objects.repr(digestmod));
  }

  @Function("new(name, string=b'', *, usedforsecurity=True)")
  static PyObject make(PyObject name, PyObject data, boolean secure) {
    if (!(name instanceof PyStr text)) {
      throw Errors.typeError("name must be a string");
    }
    byte[] bytes = data == null ? null : PyHash.bytes(data);
    return PyHash.of(named(text.toString())).with(bytes == null ? null : PyBytes.of(bytes));
  }

  @Function("hmac_new(key, msg=b'', digestmod=None)")
  static PyObject hmacNew(PyObject key, PyObject message, PyObject digestmod) {
    byte[] secret = Buffers.bytes(key);
    if (digestmod == PyNone.NONE) {
      throw Errors.typeError("Missing required parameter 'digestmod'.");
    }
    PyHmac made = new PyHmac(hmac(secret, digestmod));
    if (message != null && message != PyNone.NONE) {
      made.update(message);
    }
    return made;
  }

  private static Hmac hmac(byte[] key, PyObject digestmod) {
    Algorithm algorithm = ofDigestmod(digestmod);
    if (algorithm.isExtendable()) {
      throw Errors.valueError("no reason supplied");
    }
    return new Hmac(algorithm, key);
  }

  @Function("hmac_digest(key, msg, digest)")
  static PyObject hmacDigest(PyObject key, PyObject message, PyObject digest) {
    byte[] secret = Buffers.bytes(key);
    byte[] data = Buffers.bytes(message);
    Hmac hmac = hmac(secret, digest);
    hmac.update(data);
    return PyBytes.of(hmac.result());
  }

  @Function("pbkdf2_hmac(hash_name, password, salt, iterations, dklen=None)")
  static PyObject pbkdf2(
      PyObject hashName, PyObject password, PyObject salt, PyObject iterations, PyObject length) {
    PyStr name =
        Arguments.instance(hashName, PyStr.class, "pbkdf2_hmac() argument 'hash_name'", "str");
    byte[] secret = Buffers.bytes(password);
    byte[] grains = Buffers.bytes(salt);
    long count = Arguments.toLong(iterations);
    Algorithm algorithm = named(name.toString());
    if (count < 1) {
      throw Errors.valueError("iteration value must be greater than 0.");
    }
    long size = length == PyNone.NONE ? algorithm.digestSize : Arguments.toLong(length);
    if (size < 1) {
      throw Errors.valueError("key length must be greater than 0.");
    }
    if (size > Integer.MAX_VALUE) {
      throw Errors.overflowError("key length is too great.");
    }
    if (algorithm.isExtendable()) {
      throw Errors.valueError("no reason supplied");
    }
    return PyBytes.of(KeyDerivation.pbkdf2(algorithm, secret, grains, count, (int) size));
  }

  @Function("scrypt(password, *, salt=None, n=None, r=None, p=None, maxmem=0, dklen=64)")
  static PyObject scrypt(
      PyObject password,
      PyObject salt,
      PyObject n,
      PyObject r,
      PyObject p,
      PyObject maxmem,
      PyObject dklen) {
    byte[] secret = Buffers.bytes(password);
    byte[] grains = salt == PyNone.NONE ? null : Buffers.bytes(salt);
    checkInt(n, "n");
    checkInt(r, "r");
    checkInt(p, "p");
    long memory = Arguments.toLong(maxmem);
    long length = dklen == null ? DEFAULT_KEY : Arguments.toLong(dklen);
    if (grains == null) {
      throw Errors.typeError("salt is required");
    }
    long cost = number(n, "n");
    if (cost < 2 || Long.bitCount(cost) != 1) {
      throw Errors.valueError("n must be a power of 2.");
    }
    long size = number(r, "r");
    long lanes = number(p, "p");
    if (memory < 0 || memory > Integer.MAX_VALUE) {
      throw Errors.valueError(
          "maxmem must be positive and smaller than %d", Integer.MAX_VALUE);
    }
    if (length < 1 || length > Integer.MAX_VALUE) {
      throw Errors.valueError(
          "dklen must be greater than 0 and smaller than %d", Integer.MAX_VALUE);
    }
    checkMemory(cost, size, lanes, memory == 0 ? DEFAULT_MEMORY : memory);
    return PyBytes.of(
        KeyDerivation.scrypt(secret, grains, (int) cost, (int) size, (int) lanes, (int) length));
  }

  private static void checkInt(PyObject value, String name) {
    if (value != PyNone.NONE && !(value instanceof PyInt)) {
      throw Errors.typeError(
          "scrypt() argument '%s' must be int, not %s", name, value.type().fullName());
    }
  }

  private static long number(PyObject value, String name) {
    if (value == PyNone.NONE) {
      throw Errors.typeError("%s is required and must be an unsigned int", name);
    }
    PyInt number = (PyInt) value;
    if (!number.fitsLong() || number.signum() < 0) {
      throw Errors.typeError("%s is required and must be an unsigned int", name);
    }
    return number.longValue();
  }

  private static void checkMemory(long n, long r, long p, long limit) {
    if (r < 1 || p < 1) {
      throw Errors.valueError("Invalid parameter combination for n, r, p, maxmem.");
    }
    double blocks = 128.0 * r * p;
    double table = 128.0 * r * (n + 2.0);
    if (blocks + table > limit) {
      throw Errors.valueError("[digital envelope routines] memory limit exceeded");
    }
  }

  @Function("compare_digest(a, b, /)")
  static boolean compareDigest(PyObject a, PyObject b) {
    if (a instanceof PyStr left && b instanceof PyStr right) {
      return MessageDigest.isEqual(ascii(left), ascii(right));
    }
    if (!Buffers.isBuffer(a) && !Buffers.isBuffer(b)) {
      throw Errors.typeError(
          "unsupported operand types(s) or combination of types: '%s' and '%s'",
          a.type().fullName(), b.type().fullName());
    }
    return MessageDigest.isEqual(Buffers.bytes(a), Buffers.bytes(b));
  }

  private static byte[] ascii(PyStr text) {
    if (!text.isAscii()) {
      throw Errors.typeError("comparing strings with non-ASCII characters is not supported");
    }
    return text.toString().getBytes(java.nio.charset.StandardCharsets.US_ASCII);
  }

  @Function("get_fips_mode()")
  static int fipsMode() {
    return 0;
  }
}
