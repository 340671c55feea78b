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
  public boolean debug;
  public boolean inspect;
  public boolean interactive;
  public int optimize;
  public boolean dontWriteBytecode;
  public boolean noUserSite;
  public boolean noSite;
  public boolean ignoreEnvironment;
  public int verbose;
  public int bytesWarning;
  public boolean quiet;
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
  public String stdioEncoding;
  public String stdioErrors;

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

  /** The folder that holds {@code lib/python3.12}. */
  public Path home;

  /** Entries of {@code PYTHONPATH}. */
  public List<String> extraPath = new ArrayList<>();

  /** The pure Python library. */
  public Path library() {
    return home.resolve("lib").resolve("python3.12");
  }
}
