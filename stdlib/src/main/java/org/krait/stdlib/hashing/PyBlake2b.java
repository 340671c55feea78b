package org.krait.stdlib.hashing;

import org.krait.annotations.BuiltinType;
import org.krait.annotations.Method;
import org.krait.annotations.Value;
import org.krait.runtime.PyObject;
import org.krait.runtime.PyType;

/** {@code _blake2.blake2b}: BLAKE2 with words of 64 bits. */
@BuiltinType(
    name = "blake2b",
    module = "_blake2",
    heapType = true,
    subclassable = false,
    parts = PyBlake2.Methods.class,
    textSignature =
        "(data=b'', /, *, digest_size=_blake2.blake2b.MAX_DIGEST_SIZE,\n"
            + "        key=b'', salt=b'', person=b'', fanout=1, depth=1, leaf_size=0,\n"
            + "        node_offset=0, node_depth=0, inner_size=0, last_node=False,\n"
            + "        usedforsecurity=True)",
    doc = "A BLAKE2b hash that is being computed.",
    basicSize = 448)
final class PyBlake2b extends PyBlake2 {
  static final PyType TYPE = PyType.builtin(new PyBlake2bTable());

  @Value("SALT_SIZE")
  static final int SALT_SIZE = 16;

  @Value("PERSON_SIZE")
  static final int PERSON_SIZE = 16;

  @Value("MAX_KEY_SIZE")
  static final int MAX_KEY_SIZE = 64;

  @Value("MAX_DIGEST_SIZE")
  static final int MAX_DIGEST_SIZE = 64;

  private PyBlake2b(Blake2 state, int digestSize) {
    super(state, digestSize);
  }

  @Override
  public PyType type() {
    return TYPE;
  }

  @Override
  boolean isWide() {
    return true;
  }

  @Override
  PyObject fresh(Blake2 state, int digestSize) {
    return new PyBlake2b(state, digestSize);
  }

  @Method(
      "__new__(cls, data=NULL, /, *, digest_size=64, key=NULL, salt=NULL, person=NULL, fanout=1,"
          + " depth=1, leaf_size=NULL, node_offset=NULL, node_depth=0, inner_size=0, last_node=False,"
          + " usedforsecurity=True)")
  static PyObject make(
      PyType cls, PyObject data, int digestSize, PyObject key, PyObject salt, PyObject person,
      int fanout, int depth, PyObject leafSize, PyObject nodeOffset, int nodeDepth, int innerSize,
      boolean lastNode, boolean secure) {
    Blake2Parameters tree =
        new Blake2Parameters(
            true, digestSize, key, salt, person, fanout, depth, leafSize, nodeOffset, nodeDepth,
            innerSize);
    PyBlake2b hash = new PyBlake2b(tree.start(lastNode), digestSize);
    if (data != null) {
      Methods.update(hash, data);
    }
    return hash;
  }
}
