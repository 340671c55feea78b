package org.krait.stdlib.hashing;

import org.krait.annotations.Function;
import org.krait.runtime.PyObject;

/** The constructors of {@code _hashlib}, one for each hash function that {@code hashlib} names. */
final class OpensslFunctions {
  private OpensslFunctions() {}

  @Function("openssl_md5(string=b'', *, usedforsecurity=True)")
  static PyObject md5(PyObject data, boolean secure) {
    return PyHash.of(Algorithm.MD5).with(data);
  }

  @Function("openssl_sha1(string=b'', *, usedforsecurity=True)")
  static PyObject sha1(PyObject data, boolean secure) {
    return PyHash.of(Algorithm.SHA1).with(data);
  }

  @Function("openssl_sha224(string=b'', *, usedforsecurity=True)")
  static PyObject sha224(PyObject data, boolean secure) {
    return PyHash.of(Algorithm.SHA224).with(data);
  }

  @Function("openssl_sha256(string=b'', *, usedforsecurity=True)")
  static PyObject sha256(PyObject data, boolean secure) {
    return PyHash.of(Algorithm.SHA256).with(data);
  }

  @Function("openssl_sha384(string=b'', *, usedforsecurity=True)")
  static PyObject sha384(PyObject data, boolean secure) {
    return PyHash.of(Algorithm.SHA384).with(data);
  }

  @Function("openssl_sha512(string=b'', *, usedforsecurity=True)")
  static PyObject sha512(PyObject data, boolean secure) {
    return PyHash.of(Algorithm.SHA512).with(data);
  }

  @Function("openssl_sha3_224(string=b'', *, usedforsecurity=True)")
  static PyObject sha3224(PyObject data, boolean secure) {
    return PyHash.of(Algorithm.SHA3_224).with(data);
  }

  @Function("openssl_sha3_256(string=b'', *, usedforsecurity=True)")
  static PyObject sha3256(PyObject data, boolean secure) {
    return PyHash.of(Algorithm.SHA3_256).with(data);
  }

  @Function("openssl_sha3_384(string=b'', *, usedforsecurity=True)")
  static PyObject sha3384(PyObject data, boolean secure) {
    return PyHash.of(Algorithm.SHA3_384).with(data);
  }

  @Function("openssl_sha3_512(string=b'', *, usedforsecurity=True)")
  static PyObject sha3512(PyObject data, boolean secure) {
    return PyHash.of(Algorithm.SHA3_512).with(data);
  }

  @Function("openssl_shake_128(string=b'', *, usedforsecurity=True)")
  static PyObject shake128(PyObject data, boolean secure) {
    return PyHash.of(Algorithm.SHAKE_128).with(data);
  }

  @Function("openssl_shake_256(string=b'', *, usedforsecurity=True)")
  static PyObject shake256(PyObject data, boolean secure) {
    return PyHash.of(Algorithm.SHAKE_256).with(data);
  }
}
