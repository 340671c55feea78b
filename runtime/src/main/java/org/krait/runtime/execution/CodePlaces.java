package org.krait.runtime.execution;

import java.io.ByteArrayOutputStream;
import org.krait.annotations.Getter;
import org.krait.annotations.Method;
import org.krait.bytecode.LocationTable;
import org.krait.runtime.PyObject;
import org.krait.runtime.Warnings;
import org.krait.runtime.types.PyBytes;
import org.krait.runtime.types.PyLong;
import org.krait.runtime.types.PyNone;

/** Where in the source the instructions of a code object come from. */
final class CodePlaces {
  private CodePlaces() {}

  @Method(value = "co_lines(self)", parseTuple = true)
  static PyObject lines(PyCode self) {
    return new PyLineIterator(self.object());
  }

  @Method(value = "co_positions(self)", parseTuple = true)
  static PyObject positions(PyCode self) {
    return new PyPositionsIterator(self.object());
  }

  /** {@code None} for a place that is not there. */
  static PyObject orNone(int place) {
    return place == LocationTable.ABSENT ? PyNone.NONE : PyLong.of(place);
  }

  @Getter("co_lnotab")
  static PyObject lineNumberTable(PyCode self) {
    Warnings.deprecated("co_lnotab is deprecated, use co_lines instead.");
    ByteArrayOutputStream deltas = new ByteArrayOutputStream();
    LocationTable table = new LocationTable(self.object());
    int line = self.object().firstLineNumber();
    int unit = 0;
    while (table.next()) {
      if (table.line() != LocationTable.ABSENT && table.line() != line) {
        writeDelta(deltas, 2 * (table.start() - unit), table.line() - line);
        line = table.line();
        unit = table.start();
      }
    }
    return PyBytes.of(deltas.toByteArray());
  }

  /** A pair of bytes, or more where the distance is too long for one. */
  private static void writeDelta(ByteArrayOutputStream deltas, int bytes, int lines) {
    while (bytes > 255) {
      deltas.write(255);
      deltas.write(0);
      bytes -= 255;
    }
    while (lines > 127 || lines < -128) {
      int step = lines > 0 ? 127 : -128;
      deltas.write(bytes);
      deltas.write(step);
      bytes = 0;
      lines -= step;
    }
    deltas.write(bytes);
    deltas.write(lines);
  }
}
