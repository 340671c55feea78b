package org.krait.runtime.typing;

import org.krait.runtime.Errors;
import org.krait.runtime.Objects;
import org.krait.runtime.PyObject;

/** How a type variable varies; with none of the three, invariantly. */
record Variance(boolean covariant, boolean contravariant, boolean inferred) {
  static final Variance INFERRED = new Variance(false, false, true);

  /** From the arguments of a constructor, null for those that are missing. */
  static Variance of(PyObject covariant, PyObject contravariant, PyObject inferred) {
    Variance made = new Variance(isTrue(covariant), isTrue(contravariant), isTrue(inferred));
    if (made.covariant && made.contravariant) {
      throw Errors.valueError("Bivariant types are not supported.");
    }
    if (made.inferred && (made.covariant || made.contravariant)) {
      throw Errors.valueError("Variance cannot be specified with infer_variance.");
    }
    return made;
  }

  private static boolean isTrue(PyObject flag) {
    return flag != null && Objects.isTrue(flag);
  }

  /** What {@code repr} shows before the name. */
  String sign() {
    return inferred ? "" : covariant ? "+" : contravariant ? "-" : "~";
  }
}
