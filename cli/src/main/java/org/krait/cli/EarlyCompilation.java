package org.krait.cli;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import org.krait.bytecode.CodeObject;
import org.krait.compiler.CompileOptions;
import org.krait.compiler.TacitCompiler;
import org.krait.stdlib.os.EarlyFiles;

/**
 * The program of the command line, compiled by the process's first thread while the main thread starts
 * the interpreter.
 *
 * <p>The result is used only for the very source, name and options that it was made of, and only when
 * there was nothing to say about the source, so that nobody can tell but by the clock.
 */
final class EarlyCompilation {
  /** Longer files are left to the main thread: they may be anything. */
  private static final long LONGEST = 1 << 20;

  private enum State {
    WAITING,
    OFFERED,
    AT_WORK,
    OVER
  }

  private State state = State.WAITING;
  private CommandLine line;
  private CompileOptions options;
  private byte[] source;
  private String filename;
  private CodeObject code;

  /** Tells the first thread what will be run. */
  synchronized void offer(CommandLine line, CompileOptions options) {
    if (state == State.WAITING && line.dump.isEmpty()) {
      this.line = line;
      this.options = options;
      move(State.OFFERED);
    }
  }

  /** From now on nothing needs to be compiled early. */
  synchronized void close() {
    if (state != State.AT_WORK) {
      move(State.OVER);
    }
  }

  private synchronized void move(State next) {
    state = next;
    notifyAll();
  }

  /** Waits for a program and compiles it; for the first thread. */
  void run() throws InterruptedException {
    EarlyFiles.prepare();
    synchronized (this) {
      while (state == State.WAITING) {
        wait();
      }
      if (state == State.OVER) {
        return;
      }
      move(State.AT_WORK);
    }
    try {
      switch (line.kind) {
        case COMMAND -> command();
        case FILE -> file();
        default -> {}
      }
    } catch (IOException | RuntimeException | StackOverflowError e) {
      // The main thread meets it again, and says so.
      code = null;
    } finally {
      move(State.OVER);
    }
  }

  private void command() {
    filename = "<string>";
    source = line.target.getBytes(StandardCharsets.UTF_8);
    code = TacitCompiler.orNull(line.target, filename, options);
  }

  private void file() throws IOException {
    filename = RunSource.absolute(line.target);
    Path file = Path.of(filename);
    // Of a pipe each byte can be read only once.
    if (filename.endsWith(".py") && Files.isRegularFile(file) && Files.size(file) <= LONGEST) {
      source = Files.readAllBytes(file);
      code = TacitCompiler.orNull(source, filename, options);
    }
  }

  /** The code of a text, or null when it has to be compiled. */
  CodeObject take(String text, String filename, CompileOptions options) {
    return take(text.getBytes(StandardCharsets.UTF_8), filename, options);
  }

  /** The code of a source, or null when it has to be compiled; it is there once. */
  synchronized CodeObject take(byte[] source, String filename, CompileOptions options) {
    close();
    boolean interrupted = false;
    while (state != State.OVER) {
      try {
        wait();
      } catch (InterruptedException e) {
        interrupted = true;
      }
    }
    if (interrupted) {
      Thread.currentThread().interrupt();
    }
    CodeObject made = code;
    code = null;
    boolean fits =
        made != null
            && filename.equals(this.filename)
            && options.equals(this.options)
            && Arrays.equals(source, this.source);
    return fits ? made : null;
  }
}
