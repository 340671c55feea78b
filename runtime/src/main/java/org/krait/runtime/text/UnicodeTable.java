package org.krait.runtime.text;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * A file of character properties: sections {@code [name]} with lines {@code first-last value}.
 *
 * <p>The files are made by {@code tools/unicode_tables.py}.
 */
public final class UnicodeTable {
  /** Receives one line: a range of code points, inclusive, what is between them and their value. */
  @FunctionalInterface
  public interface Line {
    void range(int first, int last, int step, String value);
  }

  private final Map<String, List<String>> sections = new HashMap<>();

  /** Reads a table. */
  public UnicodeTable(InputStream source) {
    try (BufferedReader reader =
        new BufferedReader(new InputStreamReader(source, StandardCharsets.US_ASCII))) {
      List<String> section = new ArrayList<>();
      for (String line = reader.readLine(); line != null; line = reader.readLine()) {
        if (line.startsWith("[")) {
          section = new ArrayList<>();
          sections.put(line.substring(1, line.length() - 1), section);
        } else if (!line.startsWith("#")) {
          section.add(line);
        }
      }
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** Reads out a section, in the order of the code points. */
  public void forEach(String section, Line action) {
    for (String line : sections.get(section)) {
      int space = line.indexOf(' ');
      int end = space < 0 ? line.length() : space;
      int step = 1;
      if (line.charAt(end - 1) == '2' && line.charAt(Math.max(0, end - 2)) == '/') {
        step = 2;
        end -= 2;
      }
      int dash = line.lastIndexOf('-', end - 1);
      boolean one = dash <= 0;
      int first = Integer.parseInt(line, 0, one ? end : dash, 16);
      int last = one ? first : Integer.parseInt(line, dash + 1, end, 16);
      action.range(first, last, step, space < 0 ? "" : line.substring(space + 1));
    }
  }
}
