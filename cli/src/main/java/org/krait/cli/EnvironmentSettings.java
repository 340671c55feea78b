package org.krait.cli;

import java.util.List;
import java.util.Map;
import org.krait.runtime.Options;

/**
 * The settings that both an {@code -X} option and an environment variable, or only a variable, can
 * give.
 *
 * <p>The option goes before the variable. A variable without a value counts as absent; one that is a
 * number and 0 does not switch on what is counted ({@code PYTHONVERBOSE=0}), but does switch on what
 * is only present or not ({@code PYTHONSAFEPATH=0}).
 */
final class EnvironmentSettings {
  private static final String CONFIGURING = "preinitialized";
  private static final int LEAST_DIGIT_LIMIT = 640;
  private static final long GREATEST_SEED = 4_294_967_295L;

  private final Options options;
  private final Map<String, String> environment;

  EnvironmentSettings(Options options, Map<String, String> environment) {
    this.options = options;
    this.environment = environment;
  }

  /**
   * Completes the options.
   *
   * @param warnings what {@code -W} gave
   * @param randomHashes {@code -R}
   */
  void read(List<String> warnings, boolean randomHashes) throws SettingError {
    readText();
    options.devMode = options.extra.containsKey("dev") || isSet("PYTHONDEVMODE");
    readFlags();
    readHashSeed(randomHashes);
    readDigitLimit();
    readVerification();
    readTracing();
    readPlaces();
    readWarnings(warnings);
  }

  private String get(EnvironmentVariable variable) {
    return get(variable.name());
  }

  private String get(String name) {
    if (options.ignoreEnvironment) {
      return null;
    }
    String value = environment.get(name);
    return value == null || value.isEmpty() ? null : value;
  }

  private boolean isSet(String name) {
    return get(name) != null;
  }

  /** The count that a variable stands for: what is no number counts once. */
  private int level(EnvironmentVariable variable) {
    String value = get(variable);
    if (value == null) {
      return 0;
    }
    try {
      int number = Integer.parseInt(value.strip());
      return number < 0 ? 1 : number;
    } catch (NumberFormatException e) {
      return 1;
    }
  }

  private void readFlags() {
    options.debug = Math.max(options.debug, level(EnvironmentVariable.PYTHONDEBUG));
    options.verbose = Math.max(options.verbose, level(EnvironmentVariable.PYTHONVERBOSE));
    options.optimize = Math.max(options.optimize, level(EnvironmentVariable.PYTHONOPTIMIZE));
    options.inspect = Math.max(options.inspect, level(EnvironmentVariable.PYTHONINSPECT));
    options.dontWriteBytecode |= level(EnvironmentVariable.PYTHONDONTWRITEBYTECODE) > 0;
    options.noUserSite |= level(EnvironmentVariable.PYTHONNOUSERSITE) > 0;
    options.unbuffered |= level(EnvironmentVariable.PYTHONUNBUFFERED) > 0;
    options.safePath |= isSet("PYTHONSAFEPATH");
    options.warnDefaultEncoding =
        options.extra.containsKey("warn_default_encoding") || isSet("PYTHONWARNDEFAULTENCODING");
    options.noDebugRanges =
        options.extra.containsKey("no_debug_ranges") || isSet("PYTHONNODEBUGRANGES");
    options.importTime = options.extra.containsKey("importtime") || isSet("PYTHONPROFILEIMPORTTIME");
    options.faultHandler =
        options.devMode || options.extra.containsKey("faulthandler") || isSet("PYTHONFAULTHANDLER");
  }

  /** The encoding of names and streams: {@code -X utf8}, the locale, {@code PYTHONIOENCODING}. */
  private void readText() throws SettingError {
    LocaleSettings locale = LocaleSettings.of(environment);
    options.utf8Mode = locale.isC();
    options.stdioErrors = locale.isC() || locale.isPlainUtf8() ? "surrogateescape" : "strict";
    String value = get(EnvironmentVariable.PYTHONUTF8);
    if (options.extra.containsKey("utf8")) {
      options.utf8Mode = onOff(options.extra.get("utf8"), "invalid -X utf8 option value");
    } else if (value != null) {
      options.utf8Mode = onOff(value, "invalid PYTHONUTF8 environment variable value");
    }
    if (options.utf8Mode) {
      options.stdioErrors = "surrogateescape";
    }
    String stdio = get(EnvironmentVariable.PYTHONIOENCODING);
    if (stdio != null) {
      String[] parts = stdio.split(":", 2);
      options.stdioEncoding = parts[0].isEmpty() ? null : parts[0];
      if (parts.length > 1 && !parts[1].isEmpty()) {
        options.stdioErrors = parts[1];
      } else if (options.stdioEncoding != null) {
        options.stdioErrors = "strict";
      }
    }
  }

  private static boolean onOff(String value, String error) throws SettingError {
    if (value == null || value.equals("1")) {
      return true;
    }
    if (value.equals("0")) {
      return false;
    }
    throw new SettingError("preconfig_init_utf8_mode: " + error, "preinitializing");
  }

  private void readHashSeed(boolean randomHashes) throws SettingError {
    String value = get(EnvironmentVariable.PYTHONHASHSEED);
    if (randomHashes || value == null || value.equals("random")) {
      return;
    }
    long seed = number(value, -1);
    if (seed < 0 || seed > GREATEST_SEED) {
      throw new SettingError(
          "config_init_hash_seed: PYTHONHASHSEED must be \"random\" or an integer in range [0;"
              + " 4294967295]",
          CONFIGURING);
    }
    options.hashSeed = seed;
    options.hashRandomization = seed != 0;
  }

  private static long number(String text, long otherwise) {
    try {
      return Long.parseLong(text.strip());
    } catch (NumberFormatException e) {
      return otherwise;
    }
  }

  private void readDigitLimit() throws SettingError {
    boolean byOption = options.extra.containsKey("int_max_str_digits");
    String value =
        byOption
            ? options.extra.get("int_max_str_digits")
            : get(EnvironmentVariable.PYTHONINTMAXSTRDIGITS);
    if (value == null && !byOption) {
      return;
    }
    long limit = value == null ? -1 : number(value, -1);
    if (limit != 0 && limit < LEAST_DIGIT_LIMIT || limit > Integer.MAX_VALUE) {
      throw new SettingError(
          "config_init_int_max_str_digits: "
              + (byOption ? "-X int_max_str_digits" : "PYTHONINTMAXSTRDIGITS")
              + ": invalid limit; must be >= 640 or 0 for unlimited.",
          CONFIGURING);
    }
    options.intMaxStrDigits = (int) limit;
  }

  private void readVerification() throws SettingError {
    String mode = options.extra.get("verify-pyc");
    if (!options.extra.containsKey("verify-pyc")) {
      return;
    }
    switch (mode == null ? "" : mode) {
      case "structure" -> {}
      case "source" -> options.verifySource = true;
      case "off" -> options.verifyBytecode = false;
      default ->
          throw new SettingError(
              "-X verify-pyc: the mode is off, structure or source, not " + mode, CONFIGURING);
    }
  }

  private void readTracing() throws SettingError {
    boolean byOption = options.extra.containsKey("tracemalloc");
    String value =
        byOption ? options.extra.get("tracemalloc") : get(EnvironmentVariable.PYTHONTRACEMALLOC);
    if (value != null) {
      long frames = number(value, -1);
      if (frames < 0 || frames > Integer.MAX_VALUE) {
        throw new SettingError(
            "config_init_tracemalloc: "
                + (byOption ? "-X tracemalloc=NFRAME" : "PYTHONTRACEMALLOC")
                + ": invalid number of frames",
            CONFIGURING);
      }
      options.traceMemory = (int) frames;
    } else if (byOption) {
      options.traceMemory = 1;
    }
    String frozen = options.extra.get("frozen_modules");
    if (frozen != null && !frozen.isEmpty() && !frozen.equals("on") && !frozen.equals("off")) {
      throw new SettingError(
          "bad value for option -X frozen_modules (expected \"on\" or \"off\")", CONFIGURING);
    }
  }

  private void readPlaces() {
    options.pycachePrefix = get(EnvironmentVariable.PYTHONPYCACHEPREFIX);
    if (options.extra.containsKey("pycache_prefix")) {
      String prefix = options.extra.get("pycache_prefix");
      options.pycachePrefix = prefix == null || prefix.isEmpty() ? null : prefix;
    }
    String path = get(EnvironmentVariable.PYTHONPATH);
    if (path != null) {
      options.extraPath.addAll(List.of(path.split(":", -1)));
    }
    String folder = get(EnvironmentVariable.PYTHONPLATLIBDIR);
    if (folder != null) {
      options.platlibdir = folder;
    }
  }

  /** Later ones go before earlier ones, so the default of {@code -X dev} comes first. */
  private void readWarnings(List<String> given) {
    if (options.devMode) {
      addWarning("default");
    }
    String value = get(EnvironmentVariable.PYTHONWARNINGS);
    if (value != null) {
      for (String warning : value.split(",")) {
        if (!warning.isEmpty()) {
          addWarning(warning);
        }
      }
    }
    given.forEach(this::addWarning);
    if (options.bytesWarning > 0) {
      addWarning(options.bytesWarning > 1 ? "error::BytesWarning" : "default::BytesWarning");
    }
  }

  private void addWarning(String warning) {
    if (!options.warnings.contains(warning)) {
      options.warnings.add(warning);
    }
  }
}
