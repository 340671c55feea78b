package org.krait.stdlib.readline;

import org.krait.runtime.Interpreter;

/** Where a {@link LineEditor} comes from: a service that the command provides. */
public interface LineEditorProvider {
  /** The editor of an interpreter; null when its standard streams are no terminal. */
  LineEditor open(Interpreter interpreter);
}
