package org.krait.cli.prompt;

import java.io.IOException;
import java.util.List;
import java.util.function.Predicate;
import org.jline.keymap.KeyMap;
import org.jline.reader.Binding;
import org.jline.reader.Candidate;
import org.jline.reader.EndOfFileException;
import org.jline.reader.History;
import org.jline.reader.LineReader;
import org.jline.reader.ParsedLine;
import org.jline.reader.Reference;
import org.jline.reader.UserInterruptException;
import org.jline.reader.impl.history.DefaultHistory;
import org.jline.terminal.Attributes.ControlChar;
import org.jline.terminal.Terminal;
import org.jline.terminal.TerminalBuilder;
import org.jline.terminal.impl.AbstractPosixTerminal;
import org.krait.cli.LineInput;
import org.krait.runtime.Errors;
import org.krait.runtime.Interpreter;
import org.krait.runtime.PyException;
import org.krait.runtime.PyObject;
import org.krait.runtime.types.*;
import org.krait.stdlib.readline.LineEditing;
import org.krait.stdlib.readline.LineEditor;

/**
 * Edits lines at a terminal, by JLine: a whole statement at once at the prompt, a line for {@code
 * input()}.
 *
 * <p>Ctrl-C while a line is edited is a key like others; it interrupts the editing, not the process. Signals
 * that come in by other ways have their handlers run meanwhile.
 */
final class TerminalEditor implements LineEditor, LineInput {
  private static final String INTERRUPT = "krait-interrupt";
  private static final int TABULATOR = 9;

  private final ProgramTerminal terminal;
  private final AttentiveReader reader;
  private final PythonLines lines;
  private final History history = new DefaultHistory();
  private final Interpreter interpreter;
  private final LineEditing state;
  private PyException failure;

  TerminalEditor(Interpreter interpreter) throws IOException {
    this.interpreter = interpreter;
    this.state = LineEditing.of(interpreter);
    this.lines = new PythonLines(state);
    Terminal system =
        TerminalBuilder.builder().system(true).provider("ffm").dumb(false).nativeSignals(false).build();
    this.terminal = new ProgramTerminal((AbstractPosixTerminal) system, interpreter);
    this.reader = new AttentiveReader(terminal, interpreter);
    reader.setParser(lines);
    reader.setCompleter(this::complete);
    reader.setHistory(history);
    reader.option(LineReader.Option.DISABLE_EVENT_EXPANSION, true);
    reader.option(LineReader.Option.INSERT_TAB, true);
    reader.option(LineReader.Option.BRACKETED_PASTE, true);
    reader.variable(LineReader.DISABLE_HISTORY, true);
    reader
        .getWidgets()
        .put(
            INTERRUPT,
            () -> {
              throw new UserInterruptException(reader.getBuffer().toString());
            });
    for (String map : new String[] {LineReader.EMACS, LineReader.VIINS, LineReader.VICMD, LineReader.MAIN}) {
      KeyMap<Binding> keys = reader.getKeyMaps().get(map);
      if (keys != null) {
        keys.bind(new Reference(INTERRUPT), KeyMap.ctrl('C'));
        if (!map.equals(LineReader.VICMD)) {
          bindArrows(keys);
        }
      }
    }
  }

  /** Arrows as terminals send them that do not change to their application mode. */
  private static void bindArrows(KeyMap<Binding> keys) {
    keys.bind(new Reference(LineReader.UP_LINE_OR_HISTORY), "\033[A");
    keys.bind(new Reference(LineReader.DOWN_LINE_OR_HISTORY), "\033[B");
    keys.bind(new Reference(LineReader.FORWARD_CHAR), "\033[C");
    keys.bind(new Reference(LineReader.BACKWARD_CHAR), "\033[D");
  }

  @Override
  public String readLine(String prompt) {
    return read(prompt, "", line -> false);
  }

  @Override
  public String readStatement(String prompt, String continuation, Predicate<String> needsMore) {
    return read(prompt, continuation, needsMore);
  }

  private String read(String prompt, String continuation, Predicate<String> needsMore) {
    if (reader.isReading()) {
      throw Errors.runtimeError("can't re-enter readline");
    }
    fillHistory();
    terminal.watchSignals();
    callHook(state.startupHook);
    lines.needsMore = needsMore;
    reader.variable(
        LineReader.SECONDARY_PROMPT_PATTERN, continuation.replace("%", "%%"));
    var before = terminal.getAttributes();
    var quiet = terminal.getAttributes();
    quiet.setControlChar(ControlChar.VINTR, 0);
    quiet.setControlChar(ControlChar.VQUIT, 0);
    terminal.setAttributes(quiet);
    try {
      String line = reader.edit(prompt);
      state.remember(line.endsWith("\n") ? line.substring(0, line.length() - 1) : line);
      return line;
    } catch (UserInterruptException e) {
      throw Errors.of(PyExceptions.KeyboardInterrupt);
    } catch (EndOfFileException e) {
      return null;
    } finally {
      terminal.setAttributes(before);
      throwFailure();
    }
  }

  /** What a hook or the completer raised comes out when the line is done. */
  private void throwFailure() {
    PyException e = failure;
    failure = null;
    if (e != null && e.is(PyExceptions.KeyboardInterrupt)) {
      throw e;
    }
  }

  private void fillHistory() {
    try {
      history.purge();
    } catch (IOException e) {
      throw new java.io.UncheckedIOException(e);
    }
    state.history.forEach(history::add);
  }

  private void callHook(PyObject hook) {
    if (hook != null) {
      try {
        hook.call();
      } catch (PyException e) {
        failure = e;
      }
    }
  }

  /** Asks the program's completer for one match after the other. */
  private void complete(LineReader editing, ParsedLine line, List<Candidate> candidates) {
    PyObject completer = state.completer;
    if (completer == null) {
      return;
    }
    String word = line.word().substring(0, line.wordCursor());
    state.end = line.cursor();
    state.begin = line.cursor() - word.length();
    state.completionType = TABULATOR;
    try {
      for (int i = 0; ; i++) {
        PyObject match = completer.call(PyStr.of(word), PyLong.of(i));
        if (!(match instanceof PyStr text) || text.length() == 0) {
          return;
        }
        candidates.add(
            new Candidate(text.toString(), text.toString(), null, null, null, null, false));
      }
    } catch (PyException e) {
      failure = e;
    }
  }

  @Override
  public void insert(String text) {
    reader.getBuffer().write(text);
  }

  @Override
  public String buffer() {
    return reader.getBuffer().toString();
  }

  @Override
  public void redisplay() {
    if (reader.isReading()) {
      reader.callWidget(LineReader.REDISPLAY);
    }
  }

  @Override
  public boolean endsLine() {
    return true;
  }
}
