package org.krait.stdlib.sys;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.krait.runtime.Interpreter;
import org.krait.runtime.types.PyList;
import org.krait.runtime.types.PyStr;
import org.krait.stdlib.os.Paths;
import org.krait.syntax.SourceDecoder;

/** The lines of source files, as tracebacks and warnings show them. Each file is read once. */
public final class SourceLines {
  private final Interpreter interpreter;
  private final Map<String, List<String>> files = new HashMap<>();

  public SourceLines(Interpreter interpreter) {
    this.interpreter = interpreter;
  }

  /** A line without its end; null when it cannot be had. */
  public String line(String filename, int number) {
    if (filename.isEmpty() || filename.startsWith("<") && filename.endsWith(">") || number < 1) {
      return null;
    }
    List<String> lines = files.computeIfAbsent(filename, this::read);
    return number <= lines.size() ? lines.get(number - 1) : null;
  }

  private List<String> read(String filename) {
    byte[] source = bytes(filename);
    if (source == null) {
      return List.of();
    }
    String text = SourceDecoder.decodeLeniently(source);
    List<String> lines = new ArrayList<>();
    int start = 0;
    for (int i = 0; i < text.length(); i++) {
      char c = text.charAt(i);
      if (c == '\n' || c == '\r') {
        lines.add(text.substring(start, i));
        i += c == '\r' && i + 1 < text.length() && text.charAt(i + 1) == '\n' ? 1 : 0;
        start = i + 1;
      }
    }
    if (start < text.length()) {
      lines.add(text.substring(start));
    }
    return lines;
  }

  /** The file of this name, or one of the name's last part in a folder of {@code sys.path}. */
  private byte[] bytes(String filename) {
    byte[] found = bytes(Paths.resolve(filename));
    if (found == null && interpreter.sysDict().get(PyStr.interned("path")) instanceof PyList path) {
      String tail = filename.substring(filename.lastIndexOf('/') + 1);
      for (int i = 0; i < path.size() && found == null; i++) {
        if (path.get(i) instanceof PyStr folder) {
          found = bytes(Paths.resolve(folder + (folder.length() == 0 ? "" : "/") + tail));
        }
      }
    }
    return found;
  }

  private static byte[] bytes(Path file) {
    try {
      return Files.isRegularFile(file) ? Files.readAllBytes(file) : null;
    } catch (IOException e) {
      return null;
    }
  }
}
