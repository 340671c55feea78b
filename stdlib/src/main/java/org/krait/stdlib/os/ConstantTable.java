package org.krait.stdlib.os;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import org.krait.runtime.types.PyDict;
import org.krait.runtime.types.PyInt;
import org.krait.runtime.types.PyStr;

/** The numbers that a module has from the headers of C: a resource {@code NAME.constants}, a line each. */
public final class ConstantTable {
  private ConstantTable() {}

  /** Enters the numbers of a module. */
  public static void enter(PyDict dict, String module) {
    String name = module + ".constants";
    try (var lines =
        new BufferedReader(
            new InputStreamReader(
                TableFile.open(ConstantTable.class, name), StandardCharsets.US_ASCII))) {
      for (String line = lines.readLine(); line != null; line = lines.readLine()) {
        int space = line.indexOf(' ');
        if (!line.startsWith("#")) {
          dict.put(
              PyStr.interned(line.substring(0, space)),
              PyInt.of(new java.math.BigInteger(line.substring(space + 1))));
        }
      }
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
