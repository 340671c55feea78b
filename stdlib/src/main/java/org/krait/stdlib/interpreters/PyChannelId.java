package org.krait.stdlib.interpreters;

import org.krait.annotations.BuiltinType;
import org.krait.annotations.Getter;
import org.krait.annotations.Method;
import org.krait.runtime.PyObject;
import org.krait.runtime.PyType;
import org.krait.runtime.types.PyLong;

/** {@code ChannelID}: names a channel, or an end of it, and is as good as its number. */
@BuiltinType(
    name = "ChannelID",
    module = "_xxinterpchannels",
    heapType = true,
    subclassable = false,
    disallowNew = true,
    doc = "A channel ID identifies a channel and may be used as an int.")
public final class PyChannelId extends PyObject {
  public static final PyType TYPE = PyType.builtin(new PyChannelIdTable());

  /** What an ID stands for. */
  enum End {
    BOTH,
    SEND,
    RECV;

    @Override
    public String toString() {
      return name().toLowerCase(java.util.Locale.ROOT);
    }
  }

  final long number;
  private final End end;

  PyChannelId(long number, End end) {
    this.number = number;
    this.end = end;
  }

  @Override
  public PyType type() {
    return TYPE;
  }

  PyChannelId copy() {
    return new PyChannelId(number, end);
  }

  @Getter(value = "end", doc = "'send', 'recv', or 'both'")
  String end() {
    return end.toString();
  }

  @Getter(value = "send", doc = "the 'send' end of the channel")
  PyObject send() {
    return new PyChannelId(number, End.SEND);
  }

  @Getter(value = "recv", doc = "the 'recv' end of the channel")
  PyObject receive() {
    return new PyChannelId(number, End.RECV);
  }

  @Method("__richcompare__(self, other, op)")
  PyObject compare(PyObject other, int op) {
    return Numbers.compare(number, other instanceof PyChannelId id && id.number == number && id.end == end, other, op);
  }

  @Method("__hash__(self, /)")
  long hash() {
    return number;
  }

  @Method("__int__(self, /)")
  PyObject toInt() {
    return PyLong.of(number);
  }

  @Method("__index__(self, /)")
  PyObject index() {
    return PyLong.of(number);
  }

  @Method("__repr__(self, /)")
  String repr() {
    return "ChannelID(" + number + (end == End.BOTH ? ")" : ", " + end + "=True)");
  }

  @Method("__str__(self, /)")
  String str() {
    return Long.toString(number);
  }
}
