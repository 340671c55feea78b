package org.krait.stdlib.readline;

import java.util.ArrayList;
import java.util.List;
import java.util.ServiceLoader;
import org.krait.runtime.Interpreter;
import org.krait.runtime.PyObject;

/** What an interpreter knows of the editing of lines: history, completer, hooks, and the editor. */
public final class LineEditing {
  /** The lines that were entered, the oldest first. */
  public final List<String> history = new ArrayList<>();

  /** The function that completes words, or null. */
  public PyObject completer;

  /** Called before a prompt is shown, and before a line is read, or null. */
  public PyObject startupHook;

  public PyObject preInputHook;

  /** Called with the matches that are to be shown, or null. */
  public PyObject displayHook;

  /** The characters at which a word to be completed begins. */
  public String delimiters = " \t\n`~!@#$%^&*()-=+[{]}\\|;:'\",<>/?";

  /** Where the word that is being completed stands in its line. */
  public int begin;

  public int end;

  /** How completion was asked for: the code of a character, as GNU readline has it. */
  public int completionType;

  /** Whether lines enter the history by themselves. */
  public boolean autoHistory = true;

  /** The most lines that a file of the history is to have; negative for no limit. */
  public int fileLength = -1;

  private final Interpreter interpreter;
  private LineEditor editor;
  private boolean searched;

  private LineEditing(Interpreter interpreter) {
    this.interpreter = interpreter;
  }

  /** What an interpreter knows. */
  public static LineEditing of(Interpreter interpreter) {
    return interpreter.service(LineEditing.class, LineEditing::new);
  }

  /** The editor, made at first use; null where there is no terminal. */
  public LineEditor editor() {
    if (!searched) {
      searched = true;
      for (LineEditorProvider provider : ServiceLoader.load(LineEditorProvider.class)) {
        editor = editor == null ? provider.open(interpreter) : editor;
      }
    }
    return editor;
  }

  /** Enters a line into the history, unless it is empty or the same as the one before. */
  public void remember(String line) {
    if (autoHistory
        && !line.isBlank()
        && (history.isEmpty() || !history.getLast().equals(line))) {
      history.add(line);
    }
  }
}
