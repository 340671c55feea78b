package org.krait.stdlib.readline;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.List;
import org.krait.annotations.BuiltinModule;
import org.krait.annotations.Function;
import org.krait.runtime.Errors;
import org.krait.runtime.Objects;
import org.krait.runtime.PyObject;
import org.krait.runtime.ThreadState;
import org.krait.runtime.types.PyNone;
import org.krait.runtime.types.PyStr;
import org.krait.stdlib.os.OsErrors;
import org.krait.stdlib.os.Paths;

/** The module {@code readline}. */
@BuiltinModule(value = "readline", doc = "Editing of lines at a terminal, with a history and completion.")
public final class ReadlineModule {
  /** The version of GNU readline whose functions these are. */
  @org.krait.annotations.Value("_READLINE_VERSION")
  static final int VERSION = 0x0802;

  @org.krait.annotations.Value("_READLINE_RUNTIME_VERSION")
  static final int RUNTIME_VERSION = 0x0802;

  @org.krait.annotations.Value("_READLINE_LIBRARY_VERSION")
  static final String LIBRARY_VERSION = "8.2";

  private static LineEditing state(ThreadState thread) {
    return LineEditing.of(thread.interpreter);
  }

  private static PyObject orNull(PyObject hook, String name) {
    if (hook == PyNone.NONE) {
      return null;
    }
    if (!Objects.isCallable(hook)) {
      throw Errors.typeError("%s(func): argument not callable", name);
    }
    return hook;
  }

  /** Key bindings of GNU readline: completion is on the tabulator in any case. */
  @Function("parse_and_bind(string, /)")
  static void parseAndBind(PyStr line) {}

  /** Reads the user's settings for GNU readline, of which none applies; a missing file is an error. */
  @Function("read_init_file(filename=None, /)")
  static void readInitFile(PyObject filename) {
    read(path(filename, ".inputrc", "read_init_file"), filename);
  }

  private static Path path(PyObject filename, String usual, String function) {
    return filename == PyNone.NONE
        ? Path.of(System.getProperty("user.home"), usual)
        : Paths.of(filename, function);
  }

  private static List<String> read(Path path, PyObject filename) {
    try {
      return new String(Files.readAllBytes(path), StandardCharsets.UTF_8).lines().toList();
    } catch (IOException e) {
      throw OsErrors.of(e, null);
    }
  }

  @Function("read_history_file(filename=None, /)")
  static void readHistory(ThreadState thread, PyObject filename) {
    List<String> lines = read(path(filename, ".history", "read_history_file"), filename);
    LineEditing state = state(thread);
    for (String line : lines) {
      if (!line.isEmpty()) {
        state.history.add(line);
      }
    }
  }

  @Function("write_history_file(filename=None, /)")
  static void writeHistory(ThreadState thread, PyObject filename) {
    LineEditing state = state(thread);
    write(
        path(filename, ".history", "write_history_file"),
        lastOf(state.history, state.fileLength),
        StandardOpenOption.TRUNCATE_EXISTING);
  }

  @Function("append_history_file(nelements, filename=None, /)")
  static void appendHistory(ThreadState thread, int count, PyObject filename) {
    if (count < 0) {
      throw Errors.valueError("append_history_file: the number of elements must not be negative");
    }
    LineEditing state = state(thread);
    Path path = path(filename, ".history", "append_history_file");
    if (!Files.exists(path)) {
      throw OsErrors.make(OsErrors.ENOENT);
    }
    write(path, lastOf(state.history, count), StandardOpenOption.APPEND);
    if (state.fileLength >= 0) {
      write(path, lastOf(read(path, filename), state.fileLength), StandardOpenOption.TRUNCATE_EXISTING);
    }
  }

  private static List<String> lastOf(List<String> lines, int count) {
    return count < 0 || count >= lines.size()
        ? lines
        : lines.subList(lines.size() - count, lines.size());
  }

  private static void write(Path path, List<String> lines, StandardOpenOption how) {
    StringBuilder text = new StringBuilder();
    lines.forEach(line -> text.append(line).append('\n'));
    try {
      Files.write(
          path,
          text.toString().getBytes(StandardCharsets.UTF_8),
          StandardOpenOption.CREATE,
          StandardOpenOption.WRITE,
          how);
    } catch (IOException e) {
      throw OsErrors.of(e, null);
    }
  }

  @Function("get_history_length()")
  static int historyLength(ThreadState thread) {
    return state(thread).fileLength;
  }

  @Function("set_history_length(length, /)")
  static void setHistoryLength(ThreadState thread, int length) {
    state(thread).fileLength = length;
  }

  @Function("get_current_history_length()")
  static int currentHistoryLength(ThreadState thread) {
    return state(thread).history.size();
  }

  @Function("get_history_item(index, /)")
  static PyObject historyItem(ThreadState thread, int index) {
    List<String> history = state(thread).history;
    return index < 1 || index > history.size()
        ? PyNone.NONE
        : PyStr.ofUnits(history.get(index - 1));
  }

  @Function("remove_history_item(pos, /)")
  static void removeHistoryItem(ThreadState thread, int position) {
    state(thread).history.remove(checked(thread, position));
  }

  @Function("replace_history_item(pos, line, /)")
  static void replaceHistoryItem(ThreadState thread, int position, PyStr line) {
    state(thread).history.set(checked(thread, position), line.toString());
  }

  private static int checked(ThreadState thread, int position) {
    if (position < 0) {
      throw Errors.valueError("History index cannot be negative");
    }
    if (position >= state(thread).history.size()) {
      throw Errors.valueError("No history item at position %d", position);
    }
    return position;
  }

  @Function("add_history(string, /)")
  static void addHistory(ThreadState thread, PyStr line) {
    state(thread).history.add(line.toString());
  }

  @Function("clear_history()")
  static void clearHistory(ThreadState thread) {
    state(thread).history.clear();
  }

  @Function("set_auto_history(enabled, /)")
  static void setAutoHistory(ThreadState thread, boolean enabled) {
    state(thread).autoHistory = enabled;
  }

  @Function("set_startup_hook(function=None, /)")
  static void setStartupHook(ThreadState thread, PyObject function) {
    state(thread).startupHook = orNull(function, "set_startup_hook");
  }

  @Function("set_pre_input_hook(function=None, /)")
  static void setPreInputHook(ThreadState thread, PyObject function) {
    state(thread).preInputHook = orNull(function, "set_pre_input_hook");
  }

  @Function("set_completion_display_matches_hook(function=None, /)")
  static void setDisplayHook(ThreadState thread, PyObject function) {
    state(thread).displayHook = orNull(function, "set_completion_display_matches_hook");
  }

  @Function("set_completer(function=None, /)")
  static void setCompleter(ThreadState thread, PyObject function) {
    state(thread).completer = orNull(function, "set_completer");
  }

  @Function("get_completer()")
  static PyObject completer(ThreadState thread) {
    PyObject completer = state(thread).completer;
    return completer == null ? PyNone.NONE : completer;
  }

  @Function("get_completion_type()")
  static int completionType(ThreadState thread) {
    return state(thread).completionType;
  }

  @Function("get_begidx()")
  static int begin(ThreadState thread) {
    return state(thread).begin;
  }

  @Function("get_endidx()")
  static int end(ThreadState thread) {
    return state(thread).end;
  }

  @Function("set_completer_delims(string, /)")
  static void setDelimiters(ThreadState thread, PyStr characters) {
    state(thread).delimiters = characters.toString();
  }

  @Function("get_completer_delims()")
  static PyObject delimiters(ThreadState thread) {
    return PyStr.ofUnits(state(thread).delimiters);
  }

  @Function("get_line_buffer()")
  static PyObject buffer(ThreadState thread) {
    LineEditor editor = state(thread).editor();
    return editor == null ? PyStr.EMPTY : PyStr.ofUnits(editor.buffer());
  }

  @Function("insert_text(string, /)")
  static void insert(ThreadState thread, PyStr text) {
    LineEditor editor = state(thread).editor();
    if (editor != null) {
      editor.insert(text.toString());
    }
  }

  @Function("redisplay()")
  static void redisplay(ThreadState thread) {
    LineEditor editor = state(thread).editor();
    if (editor != null) {
      editor.redisplay();
    }
  }
}
