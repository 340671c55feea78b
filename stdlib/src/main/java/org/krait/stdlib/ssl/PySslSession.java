package org.krait.stdlib.ssl;

import java.util.Arrays;
import org.krait.annotations.BuiltinType;
import org.krait.annotations.Getter;
import org.krait.annotations.Method;
import org.krait.runtime.Comparison;
import org.krait.runtime.PyObject;
import org.krait.runtime.PyType;
import org.krait.runtime.types.PyBool;
import org.krait.runtime.types.PyBytes;
import org.krait.runtime.types.PyNotImplemented;

/** {@code ssl.SSLSession}: what a later connection may go on with. */
@BuiltinType(
    name = "SSLSession",
    module = "_ssl",
    subclassable = false,
    disallowNew = true,
    heapType = true,
    basicSize = 32)
final class PySslSession extends PyObject {
  static final PyType TYPE = PyType.builtin(new PySslSessionTable());

  /** The time for which OpenSSL would keep a session. */
  static final int LIFETIME = 7200;

  final PySslContext context;

  /** The name under which JSSE keeps the session of a client. */
  final String place;

  final byte[] identifier;
  private final long time;
  private final boolean ticket;

  PySslSession(PySslContext context, String place, byte[] identifier, long time, boolean ticket) {
    this.context = context;
    this.place = place;
    this.identifier = identifier;
    this.time = time;
    this.ticket = ticket;
  }

  @Override
  public PyType type() {
    return TYPE;
  }

  @Getter("id")
  PyObject identifier() {
    return PyBytes.of(identifier.clone());
  }

  @Getter("time")
  long time() {
    return time;
  }

  @Getter("timeout")
  long timeout() {
    return LIFETIME;
  }

  @Getter("has_ticket")
  boolean hasTicket() {
    return ticket;
  }

  @Getter("ticket_lifetime_hint")
  long ticketLifetime() {
    return ticket ? LIFETIME : 0;
  }

  @Method("__richcompare__(self, other, op)")
  PyObject compare(PyObject other, int op) {
    if (!(other instanceof PySslSession session) || op != Comparison.EQ && op != Comparison.NE) {
      return PyNotImplemented.NOT_IMPLEMENTED;
    }
    return PyBool.of(Arrays.equals(identifier, session.identifier) == (op == Comparison.EQ));
  }
}
