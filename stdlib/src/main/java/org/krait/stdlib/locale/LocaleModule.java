package org.krait.stdlib.locale;

import org.krait.annotations.BuiltinModule;
import org.krait.annotations.Function;
import org.krait.runtime.Errors;
import org.krait.runtime.NativeModule;
import org.krait.runtime.PyType;
import org.krait.runtime.PyObject;
import org.krait.runtime.SimpleTypeTable;
import org.krait.runtime.types.PyDict;
import org.krait.runtime.types.PyExceptions;
import org.krait.runtime.types.PyList;
import org.krait.runtime.types.PyLong;
import org.krait.runtime.types.PyModule;
import org.krait.runtime.types.PyStr;

/** The module {@code _locale}, which knows the C locale only: the same answers on every machine. */
@BuiltinModule("_locale")
public final class LocaleModule implements NativeModule {
  /** {@code locale.Error}. */
  static final PyType ERROR =
      PyType.builtin(new SimpleTypeTable("locale", "Error", PyExceptions.Exception));

  private static final int ALL = 6;
  private static final int CHAR_MAX = 127;
  private static final String[] CATEGORIES = {
    "LC_CTYPE", "LC_NUMERIC", "LC_TIME", "LC_COLLATE", "LC_MONETARY", "LC_MESSAGES", "LC_ALL"
  };

  /** The categories in the order in which CPython adds them to the module. */
  private static final int[] SHOWN = {0, 2, 3, 4, 5, 1, 6};

  private static final String[] TEXTS = {
    "int_curr_symbol", "currency_symbol", "mon_decimal_point", "mon_thousands_sep",
    "positive_sign", "negative_sign", "thousands_sep"
  };
  private static final String[] UNKNOWN_NUMBERS = {
    "int_frac_digits", "frac_digits", "p_cs_precedes", "p_sep_by_space", "n_cs_precedes",
    "n_sep_by_space", "p_sign_posn", "n_sign_posn"
  };

  /** What each category was set to: {@code C} or one of its other names. */
  private final String[] settings = {"C.UTF-8", "C", "C", "C", "C", "C"};

  @Override
  public void exec(PyModule module) {
    PyDict dict = module.dict();
    for (int i : SHOWN) {
      dict.put(PyStr.interned(CATEGORIES[i]), PyLong.of(i));
    }
    dict.put(PyStr.interned("CHAR_MAX"), PyLong.of(CHAR_MAX));
    dict.put(PyStr.interned("Error"), ERROR);
    LanguageInformation.enter(dict);
  }

  @Function("setlocale(category, locale=None, /)")
  synchronized String setLocale(int category, String name) {
    if (category < 0 || category > ALL) {
      throw Errors.make(ERROR, name == null ? "locale query failed" : "unsupported locale setting");
    }
    if (name != null) {
      change(category, name);
    }
    return category == ALL ? all() : settings[category];
  }

  private void change(int category, String name) {
    String setting =
        switch (name) {
          case "", "C.UTF-8", "C.utf8" -> name.isEmpty() ? "C.UTF-8" : name;
          case "C", "POSIX" -> "C";
          default -> category == ALL && name.startsWith("LC_") ? null : unsupported();
        };
    if (setting == null) {
      changeEach(name);
    } else if (category == ALL) {
      java.util.Arrays.fill(settings, setting);
    } else {
      settings[category] = setting;
    }
  }

  /** {@code LC_CTYPE=C.UTF-8;LC_NUMERIC=C;…}, as {@link #all} says it. */
  private void changeEach(String name) {
    String[] changed = settings.clone();
    for (String part : name.split(";")) {
      String[] pair = part.split("=", 2);
      int category = java.util.Arrays.asList(CATEGORIES).indexOf(pair[0]);
      boolean known = pair.length == 2 && pair[1].matches("C|POSIX|C\\.UTF-8|C\\.utf8");
      if (!known) {
        unsupported();
      }
      if (category >= 0 && category < changed.length) {
        changed[category] = pair[1].equals("POSIX") ? "C" : pair[1];
      }
    }
    System.arraycopy(changed, 0, settings, 0, changed.length);
  }

  private static String unsupported() {
    throw Errors.make(ERROR, "unsupported locale setting");
  }

  /** One name where all categories agree; otherwise each category with its own, as glibc says it. */
  private String all() {
    if (java.util.Arrays.stream(settings).distinct().count() == 1) {
      return settings[0];
    }
    StringBuilder text = new StringBuilder();
    for (int i = 0; i < settings.length; i++) {
      text.append(CATEGORIES[i]).append('=').append(settings[i]).append(';');
    }
    return text.append("LC_PAPER=C;LC_NAME=C;LC_ADDRESS=C;LC_TELEPHONE=C;")
        .append("LC_MEASUREMENT=C;LC_IDENTIFICATION=C").toString();
  }

  @Function("localeconv()")
  static PyObject conventions() {
    PyDict all = new PyDict();
    for (String key : TEXTS) {
      all.put(PyStr.interned(key), PyStr.EMPTY);
    }
    for (String key : UNKNOWN_NUMBERS) {
      all.put(PyStr.interned(key), PyLong.of(CHAR_MAX));
    }
    all.put(PyStr.interned("mon_grouping"), PyList.of());
    all.put(PyStr.interned("grouping"), PyList.of());
    all.put(PyStr.interned("decimal_point"), PyStr.of("."));
    return all;
  }

  /** By code points, as the C locale orders. */
  @Function("strcoll(os1, os2, /)")
  static int collate(PyStr a, PyStr b) {
    checkText(a);
    checkText(b);
    return java.util.Arrays.compare(
        a.toString().codePoints().toArray(), b.toString().codePoints().toArray());
  }

  @Function("strxfrm(string, /)")
  static PyStr transform(PyStr text) {
    checkText(text);
    return text;
  }

  private static void checkText(PyStr text) {
    if (text.indexOf(0) >= 0) {
      throw Errors.valueError("embedded null character");
    }
  }

  @Function("nl_langinfo(key, /)")
  static String information(int key) {
    return LanguageInformation.text(key);
  }

  @Function("getencoding()")
  static String encoding() {
    return "UTF-8";
  }
}
