package org.krait.cli;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * A command line to be tried.
 *
 * @param title the line that it was read from, with those below it
 * @param words what stands behind the command
 * @param environment variables that are set
 * @param input standard input
 */
record CommandCase(String title, List<String> words, Map<String, String> environment, String input) {
  private static final String FLAGS =
      "import sys; print(tuple(sys.flags), sys.argv, len(sys.orig_argv), sys._xoptions,"
          + " sys.warnoptions, sys.pycache_prefix, sys.dont_write_bytecode, sys.stdin.encoding,"
          + " sys.stdin.errors, sys.stdout.encoding, sys.stdout.errors, sys.stderr.encoding,"
          + " sys.stderr.errors, sys.path[0] == '')";

  /** The cases of a file; {@code @} becomes the folder. */
  static List<CommandCase> read(Path file, String folder) throws IOException {
    List<CommandCase> cases = new ArrayList<>();
    CommandCase current = null;
    StringBuilder input = new StringBuilder();
    StringBuilder title = new StringBuilder();
    for (String line : Files.readAllLines(file)) {
      if (line.isEmpty() || line.startsWith("#")) {
        continue;
      }
      String rest = line.length() > 2 ? line.substring(2) : "";
      if (line.startsWith("$")) {
        if (current != null) {
          cases.add(new CommandCase(title.toString(), current.words, current.environment, input.toString()));
        }
        current = new CommandCase("", split(rest.replace("@", folder)), new LinkedHashMap<>(), "");
        input.setLength(0);
        title.setLength(0);
      } else if (line.startsWith("!")) {
        int equals = rest.indexOf('=');
        current.environment.put(
            rest.substring(0, equals), rest.substring(equals + 1).replace("@", folder));
      } else {
        input.append(rest).append('\n');
      }
      title.append(line).append('\n');
    }
    cases.add(new CommandCase(title.toString(), current.words, current.environment, input.toString()));
    return cases;
  }

  private static List<String> split(String text) {
    List<String> words = new ArrayList<>();
    StringBuilder word = new StringBuilder();
    boolean quoted = false;
    boolean any = false;
    for (int i = 0; i < text.length(); i++) {
      char c = text.charAt(i);
      if (c == '"') {
        quoted = !quoted;
        any = true;
      } else if (quoted && c == '\\' && i + 1 < text.length()) {
        char next = text.charAt(++i);
        word.append(next == 'n' ? '\n' : next);
      } else if (c == ' ' && !quoted) {
        if (any || !word.isEmpty()) {
          words.add(word.toString());
        }
        word.setLength(0);
        any = false;
      } else {
        word.append(c);
      }
    }
    if (any || !word.isEmpty()) {
      words.add(word.toString());
    }
    words.replaceAll(w -> w.equals("FLAGS") ? FLAGS : w);
    return words;
  }
}
