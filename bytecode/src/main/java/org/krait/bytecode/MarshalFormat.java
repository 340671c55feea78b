package org.krait.bytecode;

/** The type bytes of marshal streams, versions 0 to 4. */
final class MarshalFormat {
  static final int NULL = '0';
  static final int NONE = 'N';
  static final int FALSE = 'F';
  static final int TRUE = 'T';
  static final int STOP_ITERATION = 'S';
  static final int ELLIPSIS = '.';
  static final int INT = 'i';
  static final int INT64 = 'I';
  static final int LONG = 'l';
  static final int FLOAT = 'f';
  static final int BINARY_FLOAT = 'g';
  static final int COMPLEX = 'x';
  static final int BINARY_COMPLEX = 'y';
  static final int BYTES = 's';
  static final int UNICODE = 'u';
  static final int INTERNED = 't';
  static final int ASCII = 'a';
  static final int ASCII_INTERNED = 'A';
  static final int SHORT_ASCII = 'z';
  static final int SHORT_ASCII_INTERNED = 'Z';
  static final int TUPLE = '(';
  static final int SMALL_TUPLE = ')';
  static final int LIST = '[';
  static final int DICT = '{';
  static final int SET = '<';
  static final int FROZENSET = '>';
  static final int CODE = 'c';
  static final int REF = 'r';

  /** Added to a type byte when later parts of the stream refer to the object. */
  static final int FLAG_REF = 0x80;

  /** Digits of a long have so many bits. */
  static final int LONG_SHIFT = 15;

  static final int MAX_DEPTH = 2000;

  private MarshalFormat() {}
}
