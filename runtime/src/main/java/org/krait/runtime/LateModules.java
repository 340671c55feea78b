package org.krait.runtime;

import org.krait.runtime.types.PyModule;
import org.krait.runtime.types.PyStr;

/**
 * Modules that a start imports for every program and that most programs never ask for anything: they are among
 * the modules from the beginning, and their code runs when they are first asked.
 *
 * <p>A program cannot tell: whatever could see the difference, such as a trace function, {@linkplain
 * Interpreter#finishStart() has all of them run} first.
 */
public abstract class LateModules {
  /** Runs the code of a module that is awaited, unless this very thread is doing so. */
  public abstract void fill(PyModule module);

  /** Runs the code of all. */
  public abstract void fillAll();

  /** An attribute of {@code sys} or {@code builtins} is about to be set or deleted. */
  public abstract void changing(PyStr name);

  /** Whether an attribute that a module lacks is there after this call. */
  public abstract boolean brings(PyModule module, PyStr name);

  /**
   * What an import by the code of such a module finds, whatever the program has done to {@code sys.modules}.
   *
   * @return null for an import by other code, and of modules that are none of these
   */
  public abstract PyObject imported(PyStr name);
}
