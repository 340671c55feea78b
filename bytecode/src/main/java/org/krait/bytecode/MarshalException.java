package org.krait.bytecode;

/** Data that is not what {@code marshal} writes, or a value that it cannot write. */
public final class MarshalException extends Exception {
  private static final long serialVersionUID = 1L;

  /** Which Python exception CPython raises for it. */
  public enum Kind {
    EOF,
    VALUE,
    TYPE,
    UNICODE
  }

  private final Kind kind;

  public MarshalException(Kind kind, String message) {
    super(message, null, false, false);
    this.kind = kind;
  }

  static MarshalException value(String what) {
    return new MarshalException(Kind.VALUE, "bad marshal data (" + what + ")");
  }

  static MarshalException type(String message) {
    return new MarshalException(Kind.TYPE, message);
  }

  public Kind kind() {
    return kind;
  }
}
