package org.krait.runtime.execution;

import org.krait.bytecode.CodeObject;
import org.krait.runtime.PyObject;
import org.krait.runtime.types.PyStr;

/**
 * The code objects of a module in an archive that Krait's build has made: most functions of a module are
 * never called, so what they hold is read when they are called first, or when somebody looks into them.
 *
 * <p>Code objects are known by their places.
 */
public abstract class CodeBodies {
  /** The place of the module's own code. */
  final int root;

  volatile PyStr filename;

  protected CodeBodies(int root, PyStr filename) {
    this.root = root;
    this.filename = filename;
  }

  /** {@code co_filename} of all code of the module. */
  protected final PyStr filename() {
    return filename;
  }

  protected abstract PyStr name(int place);

  protected abstract PyStr qualname(int place);

  /** The first constant if it is text, else {@code None}. */
  protected abstract PyObject documentation(int place);

  /** Decoded, as {@link PyCode#instructions} has them. */
  protected abstract int[] instructions(int place);

  /** The constants; the same value is the same object throughout the module. */
  protected abstract PyObject[] constants(int place);

  /** Interned, as the variables are. */
  protected abstract PyStr[] names(int place);

  protected abstract PyStr[] variables(int place);

  /** The code object without constants, names and variables. */
  protected abstract CodeObject object(int place);
}
