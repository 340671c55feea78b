package org.krait.stdlib.crypt;

import java.lang.foreign.Arena;
import java.lang.foreign.FunctionDescriptor;
import java.lang.foreign.Linker;
import java.lang.foreign.MemorySegment;
import java.lang.foreign.SymbolLookup;
import java.lang.foreign.ValueLayout;
import java.lang.invoke.MethodHandle;
import org.krait.annotations.BuiltinModule;
import org.krait.annotations.Function;
import org.krait.runtime.Errors;
import org.krait.runtime.NativeModule;
import org.krait.runtime.PyObject;
import org.krait.runtime.codecs.Utf8;
import org.krait.runtime.types.PyExceptions;
import org.krait.runtime.types.PyModule;
import org.krait.runtime.types.PyStr;
import org.krait.stdlib.libc.Native;
import org.krait.stdlib.os.OsErrors;

/** The module {@code _crypt}. */
@BuiltinModule("_crypt")
public final class CryptModule implements NativeModule {
  private static final String[] NAMES = {"libcrypt.so.1", "libcrypt.so.2", "libcrypt.so"};
  private static final int EINVAL = 22;

  private MethodHandle crypt;

  @Override
  public void exec(PyModule module) {
    MemorySegment function = find();
    if (function == null) {
      throw Errors.make(PyExceptions.ModuleNotFoundError, "No module named '_crypt'");
    }
    ValueLayout.OfLong word = ValueLayout.JAVA_LONG;
    crypt = Linker.nativeLinker().downcallHandle(function, FunctionDescriptor.of(word, word, word));
  }

  private static MemorySegment find() {
    for (String name : NAMES) {
      try {
        return SymbolLookup.libraryLookup(name, Arena.global()).find("crypt").orElse(null);
      } catch (IllegalArgumentException e) {
        continue;
      }
    }
    return null;
  }

  /** The library keeps its answer in one place: one call at a time. */
  @Function("crypt(word, salt, /)")
  synchronized PyObject crypt(PyObject word, PyObject salt) {
    byte[] result;
    try (Arena arena = Arena.ofConfined()) {
      long first = Native.string(arena, bytes(word, 1)).address();
      long second = Native.string(arena, bytes(salt, 2)).address();
      result = Native.stringAt((long) crypt.invokeExact(first, second));
    } catch (RuntimeException | Error e) {
      throw e;
    } catch (Throwable t) {
      throw new IllegalStateException(t);
    }
    if (result == null) {
      throw OsErrors.make(EINVAL);
    }
    return Utf8.decode(result, "strict");
  }

  private static byte[] bytes(PyObject value, int number) {
    if (!(value instanceof PyStr text)) {
      throw Errors.typeError(
          "crypt() argument %d must be str, not %s", number, value.type().fullName());
    }
    byte[] bytes = Utf8.encode(text, "strict");
    for (byte b : bytes) {
      if (b == 0) {
        throw Errors.valueError("embedded null character");
      }
    }
    return bytes;
  }
}
