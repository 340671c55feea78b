package org.krait.stdlib.importing;

import java.util.List;

/**
 * A module that is there before any folder is searched.
 *
 * @param name its name among the modules
 * @param source the module whose code it is; the code's file is called {@code <frozen source>}
 * @param original what {@code __origname__} says, or null
 * @param isPackage whether it is a package
 * @param isEssential whether it is there even under {@code -X frozen_modules=off}
 */
record FrozenEntry(
    String name, String source, String original, boolean isPackage, boolean isEssential) {
  /** The source of the one frozen module that is no file of the library. */
  static final String ONLY = "frozen_only";

  /** CPython's frozen modules, in its order ({@code Python/frozen.c}). */
  static final List<FrozenEntry> ALL =
      List.of(
          essential("_frozen_importlib", "importlib._bootstrap"),
          essential("_frozen_importlib_external", "importlib._bootstrap_external"),
          essential("zipimport", "zipimport"),
          module("abc"),
          module("codecs"),
          module("io"),
          module("_collections_abc"),
          module("_sitebuiltins"),
          module("genericpath"),
          module("ntpath"),
          module("posixpath"),
          alias("os.path", "posixpath", "posixpath", false),
          module("os"),
          module("site"),
          module("stat"),
          module("importlib.util"),
          module("importlib.machinery"),
          module("runpy"),
          module("__hello__"),
          alias("__hello_alias__", "__hello__", "__hello__", false),
          alias("__phello_alias__", "__hello__", "__hello__", true),
          alias("__phello_alias__.spam", "__hello__", "__hello__", false),
          alias("__phello__", "__phello__", "__phello__", true),
          alias("__phello__.__init__", "__phello__", "<__phello__", false),
          alias("__phello__.ham", "__phello__.ham", "__phello__.ham", true),
          alias("__phello__.ham.__init__", "__phello__.ham", "<__phello__.ham", false),
          module("__phello__.ham.eggs"),
          module("__phello__.spam"),
          alias("__hello_only__", ONLY, null, false));

  private static FrozenEntry essential(String name, String source) {
    return new FrozenEntry(name, source, source, false, true);
  }

  private static FrozenEntry module(String name) {
    return new FrozenEntry(name, name, name, false, false);
  }

  private static FrozenEntry alias(
      String name, String source, String original, boolean isPackage) {
    return new FrozenEntry(name, source, original, isPackage, false);
  }
}
