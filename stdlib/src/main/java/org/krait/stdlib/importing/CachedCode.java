package org.krait.stdlib.importing;

import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.util.Arrays;
import org.krait.bytecode.PycHeader;
import org.krait.runtime.PyInstance;
import org.krait.runtime.PyObject;
import org.krait.runtime.ThreadState;
import org.krait.runtime.execution.CodeOrigin;
import org.krait.runtime.execution.NativeCode;
import org.krait.runtime.execution.PyCode;
import org.krait.runtime.types.PyFunction;
import org.krait.runtime.types.PyStr;
import org.krait.stdlib.marshal.MarshalModule;
import org.krait.stdlib.os.ModuleFiles;

/** {@code SourceLoader.get_code} for sources whose cache is up to date by time and size. */
final class CachedCode extends NativeCode {
  private final LibraryImports imports;

  CachedCode(LibraryImports imports, PyFunction function) {
    super(function);
    this.imports = imports;
  }

  @Override
  protected PyObject attempt(ThreadState thread, PyObject... args) {
    if (!imports.isLoader(args[0]) || !imports.isUsual() || imports.interpreter.options.verifySource) {
      return null;
    }
    PyInstance loader = (PyInstance) args[0];
    if (!(args[1] instanceof PyStr name)
        || !(LibraryImports.nameOf(loader) instanceof PyStr own)
        || !own.equals(name)
        || !(LibraryImports.pathOf(loader) instanceof PyStr source)
        || !ModuleFiles.isSimple(source)) {
      return null;
    }
    String path = source.toString();
    String cache = imports.cacheOf(path);
    byte[] stream = cache == null ? null : upToDate(cache, path);
    PyCode code = stream == null ? null : code(name, cache, stream);
    if (code != null) {
      ImpModule.fixFilename(code, source);
    }
    return code;
  }

  /** The code in a cache: what Krait's build made of it, or as it is read; null where that raises. */
  private PyCode code(PyStr name, String cache, byte[] stream) {
    PyCode ours = FrozenModules.of(imports.interpreter).cached(cache, stream);
    return ours != null ? ours : MarshalModule.codeOrNull(new CodeOrigin(name, PyStr.of(cache)), stream);
  }

  /** What is behind the head of a cache that is the source's by its time and size, else null. */
  private static byte[] upToDate(String cache, String source) {
    long second = ModuleFiles.modifiedSecond(source);
    byte[] all = second < 0 ? null : ModuleFiles.read(cache);
    if (all == null || all.length < PycHeader.LENGTH) {
      return null;
    }
    ByteBuffer head = ByteBuffer.wrap(all).order(ByteOrder.LITTLE_ENDIAN);
    boolean fits =
        head.getInt(0) == PycHeader.MAGIC
            && head.getInt(4) == 0
            && head.getInt(8) == (int) second
            && head.getInt(12) == (int) ModuleFiles.size(source);
    return fits ? Arrays.copyOfRange(all, PycHeader.LENGTH, all.length) : null;
  }
}
