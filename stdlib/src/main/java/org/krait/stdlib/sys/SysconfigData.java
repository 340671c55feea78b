package org.krait.stdlib.sys;

import org.krait.annotations.BuiltinModule;
import org.krait.runtime.NativeModule;
import org.krait.runtime.ThreadState;
import org.krait.runtime.types.PyDict;
import org.krait.runtime.types.PyLong;
import org.krait.runtime.types.PyModule;
import org.krait.runtime.types.PyStr;

/**
 * What {@code sysconfig} tells of the build. CPython's file of this name in the library tells of the C
 * compiler that made CPython, so this module stands before it.
 *
 * <p>Extension modules written in C cannot be loaded; the suffix names an interface that none has, so
 * that installers choose packages without them.
 */
@BuiltinModule("_sysconfigdata__linux_x86_64-linux-gnu")
public final class SysconfigData implements NativeModule {
  private static final String INTERFACE = "krait-312-x86_64-linux-gnu";

  @Override
  public void exec(PyModule module) {
    PyDict variables = new PyDict();
    PyDict sys = ThreadState.current().interpreter.sysDict();
    String prefix = sys.get(PyStr.interned("base_prefix")).toString();
    String library = prefix + "/lib/python3.12";
    String[] texts = {
      "ABIFLAGS", "",
      "BINDIR", prefix + "/bin",
      "BINLIBDEST", library,
      "DESTDIRS", prefix + " " + prefix + "/lib " + library,
      "DESTLIB", library,
      "DESTSHARED", library + "/lib-dynload",
      "EXT_SUFFIX", "." + INTERFACE + ".so",
      "INCLUDEDIR", prefix + "/include",
      "INCLUDEPY", prefix + "/include/python3.12",
      "LIBDEST", library,
      "LIBDIR", prefix + "/lib",
      "LIBPL", library + "/config-3.12-x86_64-linux-gnu",
      "LIBRARY", "",
      "LDLIBRARY", "",
      "MULTIARCH", "x86_64-linux-gnu",
      "PLATLIBDIR", "lib",
      "PYTHONFRAMEWORK", "",
      "SHLIB_SUFFIX", ".so",
      "SOABI", INTERFACE,
      "TZPATH", "/usr/share/zoneinfo:/usr/lib/zoneinfo:/usr/share/lib/zoneinfo:/etc/zoneinfo",
      "VERSION", "3.12",
      "exec_prefix", prefix,
      "prefix", prefix
    };
    for (int i = 0; i < texts.length; i += 2) {
      variables.put(PyStr.interned(texts[i]), PyStr.ofUnits(texts[i + 1]));
    }
    for (String flag : new String[] {"Py_DEBUG", "Py_ENABLE_SHARED", "Py_TRACE_REFS", "WITH_PYMALLOC"}) {
      variables.put(PyStr.interned(flag), PyLong.ZERO);
    }
    // The ciphers are those that Python chooses, not the TLS library.
    variables.put(PyStr.interned("PY_SSL_DEFAULT_CIPHERS"), PyLong.of(1));
    module.dict().put(PyStr.interned("build_time_vars"), variables);
  }
}
