package org.krait.runtime;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * What an interpreter is started with: the command line and the environment, already read.
 *
 * <p>Mutable while it is being put together; afterwards nobody changes it.
 */
public final class Options {
  public int debug;
  public int inspect;
  public int interactive;

  /** How often {@code -O} was given; the compiler knows the levels up to 2. */
  public int optimize;

  public boolean dontWriteBytecode;
  public boolean noUserSite;
  public boolean noSite;
  public boolean ignoreEnvironment;
  public int verbose;
  public int bytesWarning;
  public int quiet;
  public boolean hashRandomization = true;
  public boolean isolated;
  public boolean devMode;
  public boolean utf8Mode;
  public boolean warnDefaultEncoding;
  public boolean safePath;
  public boolean unbuffered;
  public int intMaxStrDigits = -1;
  public String pycachePrefix;
  public String checkHashPycs = "default";
  /** The encoding of the standard streams; null for UTF-8. */
  public String stdioEncoding;

  /** How standard input and output treat what cannot be encoded or decoded. */
  public String stdioErrors = "strict";

  /** The key of the hashes of texts, from 0; -1 for a random one. */
  public long hashSeed = -1;

  /** {@code -X no_debug_ranges}: code objects know lines only. */
  public boolean noDebugRanges;

  /** {@code -X importtime}. */
  public boolean importTime;

  /** Whether {@code faulthandler} is switched on at the start. */
  public boolean faultHandler;

  /** Frames that {@code tracemalloc} keeps from the start; 0 for none. */
  public int traceMemory;

  /** Bytecode that Krait did not compile is verified before it runs. */
  public boolean verifyBytecode = true;

  /** A cache runs only when it is what its source compiles to. */
  public boolean verifySource;

  /** {@code sys.platlibdir}. */
  public String platlibdir = "lib";

  /** {@code -W} options and {@code PYTHONWARNINGS}, in their order. */
  public final List<String> warnings = new ArrayList<>();

  /** {@code -X} options; the value is null for one without {@code =}. */
  public final Map<String, String> extra = new LinkedHashMap<>();

  /** {@code sys.argv}. */
  public List<String> argv = new ArrayList<>(List.of(""));

  /** {@code sys.orig_argv}. */
  public List<String> originalArgv = new ArrayList<>();

  /** {@code sys.executable}, or empty. */
  public String executable = "";

  /** {@code sys._base_executable}: where {@link #executable} is that of a virtual environment, what made it. */
  public String baseExecutable = "";

  /** The command as it was called: what messages about the command line begin with. */
  public String program = "krait";

  /** The environment of the process when it started. */
  public Map<String, String> environment = System.getenv();

  /** Holds, in a process that Krait started, variables that the launcher's shell does not pass on. */
  public static final String HIDDEN_VARIABLES = "KRAIT_HIDDEN_VARIABLES";

  /** The folder that holds {@code lib/python3.12}. */
  public Path home;

  /** Entries of {@code PYTHONPATH}. */
  public List<String> extraPath = new ArrayList<>();

  /** The pure Python library. */
  public Path library() {
    return home.resolve("lib").resolve("python3.12");
  }
}
