package org.krait.stdlib.ssl;

import java.util.Arrays;
import org.krait.runtime.PyException;
import org.krait.runtime.PyObject;
import org.krait.runtime.Unraisable;
import org.krait.runtime.types.PyBytes;
import org.krait.runtime.types.PyLong;
import org.krait.runtime.types.PyNone;
import org.krait.runtime.types.PyStr;

/**
 * Shows messages of the protocol to a callback ({@code SSLContext._msg_callback}): headers of all records,
 * and the contents of those that are not encrypted.
 */
final class MessageTrace {
  private static final int HEADER = 0x100;
  private static final int CHANGE_CIPHER_SPEC = 0x101;

  private MessageTrace() {}

  static void show(PySslContext context, PySslSocket socket, boolean written, byte[] records) {
    int at = 0;
    while (at + Records.HEADER <= records.length) {
      int length = (records[at + 3] & 0xff) << 8 | records[at + 4] & 0xff;
      int end = Math.min(records.length, at + Records.HEADER + length);
      int type = records[at] & 0xff;
      int version = (records[at + 1] & 0xff) << 8 | records[at + 2] & 0xff;
      tell(context, socket, written, version, HEADER, type, Arrays.copyOfRange(records, at, at + Records.HEADER));
      byte[] content = Arrays.copyOfRange(records, at + Records.HEADER, end);
      boolean open = socket.version == null && !socket.connection.isSealed(written);
      if (type == Records.CHANGE_CIPHER_SPEC) {
        tell(context, socket, written, version, type, CHANGE_CIPHER_SPEC, content);
        socket.connection.seal(written);
      } else if (open && type == Records.HANDSHAKE) {
        messages(context, socket, written, version, content);
      } else if (open && type == Records.ALERT && content.length == 2) {
        tell(context, socket, written, version, type, content[1] & 0xff, content);
      }
      at = end;
    }
  }

  private static void messages(
      PySslContext context, PySslSocket socket, boolean written, int version, byte[] content) {
    int at = 0;
    while (at + 4 <= content.length) {
      int length = (content[at + 1] & 0xff) << 16 | (content[at + 2] & 0xff) << 8 | content[at + 3] & 0xff;
      int end = Math.min(content.length, at + 4 + length);
      tell(context, socket, written, version, Records.HANDSHAKE, content[at] & 0xff, Arrays.copyOfRange(content, at, end));
      at = end;
    }
  }

  private static void tell(
      PySslContext context, PySslSocket socket, boolean written, int version, int type, int kind,
      byte[] data) {
    PyObject owner = socket.owner();
    try {
      PyObject[] arguments = {
        owner == PyNone.NONE && socket.socket != null ? socket.socket : owner,
        PyStr.of(written ? "write" : "read"),
        PyLong.of(version),
        PyLong.of(type),
        PyLong.of(kind),
        PyBytes.of(data)
      };
      context.messageCallback.call(arguments, null);
    } catch (PyException e) {
      Unraisable.report(e, null, context.messageCallback);
    }
  }
}
