package org.krait.runtime.types;

import org.krait.runtime.PyObject;
import org.krait.runtime.PyType;
import org.krait.runtime.SimpleTypeTable;

/** The tree of builtin exceptions, named as in Python. */
public final class PyExceptions {
  public static final PyType BaseException = PyBaseException.TYPE;
  public static final PyType SystemExit = PySystemExit.TYPE;
  public static final PyType KeyboardInterrupt = simple("KeyboardInterrupt", BaseException);
  public static final PyType GeneratorExit = simple("GeneratorExit", BaseException);
  public static final PyType BaseExceptionGroup = PyBaseExceptionGroup.TYPE;
  public static final PyType Exception = ExceptionBases.Exception.TYPE;
  public static final PyType StopAsyncIteration = simple("StopAsyncIteration", Exception);
  public static final PyType StopIteration = PyStopIteration.TYPE;
  public static final PyType ArithmeticError = simple("ArithmeticError", Exception);
  public static final PyType FloatingPointError = simple("FloatingPointError", ArithmeticError);
  public static final PyType OverflowError = simple("OverflowError", ArithmeticError);
  public static final PyType ZeroDivisionError = simple("ZeroDivisionError", ArithmeticError);
  public static final PyType AssertionError = simple("AssertionError", Exception);
  public static final PyType AttributeError = PyAttributeError.TYPE;
  public static final PyType BufferError = simple("BufferError", Exception);
  public static final PyType EOFError = simple("EOFError", Exception);
  public static final PyType ImportError = PyImportError.TYPE;
  public static final PyType ModuleNotFoundError = simple("ModuleNotFoundError", ImportError);
  public static final PyType LookupError = ExceptionBases.LookupError.TYPE;
  public static final PyType IndexError = simple("IndexError", LookupError);
  public static final PyType KeyError = PyKeyError.TYPE;
  public static final PyType MemoryError = simple("MemoryError", Exception);
  public static final PyType NameError = PyNameError.TYPE;
  public static final PyType UnboundLocalError = simple("UnboundLocalError", NameError);
  public static final PyType OSError = PyOSError.TYPE;
  public static final PyType BlockingIOError = simple("BlockingIOError", OSError);
  public static final PyType ChildProcessError = simple("ChildProcessError", OSError);
  public static final PyType ConnectionError = simple("ConnectionError", OSError);
  public static final PyType BrokenPipeError = simple("BrokenPipeError", ConnectionError);
  public static final PyType ConnectionAbortedError = simple("ConnectionAbortedError", ConnectionError);
  public static final PyType ConnectionRefusedError = simple("ConnectionRefusedError", ConnectionError);
  public static final PyType ConnectionResetError = simple("ConnectionResetError", ConnectionError);
  public static final PyType FileExistsError = simple("FileExistsError", OSError);
  public static final PyType FileNotFoundError = simple("FileNotFoundError", OSError);
  public static final PyType InterruptedError = simple("InterruptedError", OSError);
  public static final PyType IsADirectoryError = simple("IsADirectoryError", OSError);
  public static final PyType NotADirectoryError = simple("NotADirectoryError", OSError);
  public static final PyType PermissionError = simple("PermissionError", OSError);
  public static final PyType ProcessLookupError = simple("ProcessLookupError", OSError);
  public static final PyType TimeoutError = simple("TimeoutError", OSError);
  public static final PyType ReferenceError = simple("ReferenceError", Exception);
  public static final PyType RuntimeError = simple("RuntimeError", Exception);
  public static final PyType NotImplementedError = simple("NotImplementedError", RuntimeError);
  public static final PyType RecursionError = simple("RecursionError", RuntimeError);
  public static final PyType SyntaxError = PySyntaxError.TYPE;
  public static final PyType IndentationError = simple("IndentationError", SyntaxError);
  public static final PyType TabError = simple("TabError", IndentationError);
  public static final PyType SystemError = simple("SystemError", Exception);
  public static final PyType TypeError = simple("TypeError", Exception);
  public static final PyType ValueError = ExceptionBases.ValueError.TYPE;
  public static final PyType UnicodeError = ExceptionBases.UnicodeError.TYPE;
  public static final PyType UnicodeDecodeError = PyUnicodeDecodeError.TYPE;
  public static final PyType UnicodeEncodeError = PyUnicodeEncodeError.TYPE;
  public static final PyType UnicodeTranslateError = PyUnicodeTranslateError.TYPE;
  public static final PyType Warning = simple("Warning", Exception);
  public static final PyType BytesWarning = simple("BytesWarning", Warning);
  public static final PyType DeprecationWarning = simple("DeprecationWarning", Warning);
  public static final PyType EncodingWarning = simple("EncodingWarning", Warning);
  public static final PyType FutureWarning = simple("FutureWarning", Warning);
  public static final PyType ImportWarning = simple("ImportWarning", Warning);
  public static final PyType PendingDeprecationWarning = simple("PendingDeprecationWarning", Warning);
  public static final PyType ResourceWarning = simple("ResourceWarning", Warning);
  public static final PyType RuntimeWarning = simple("RuntimeWarning", Warning);
  public static final PyType SyntaxWarning = simple("SyntaxWarning", Warning);
  public static final PyType UnicodeWarning = simple("UnicodeWarning", Warning);
  public static final PyType UserWarning = simple("UserWarning", Warning);

  /** {@code ExceptionGroup}, which has two bases. */
  public static final PyType ExceptionGroup =
      PyType.builtin(new SimpleTypeTable("ExceptionGroup", BaseExceptionGroup, null, Exception));

  private static final PyType[] ALL = {
    BaseException,
    SystemExit,
    KeyboardInterrupt,
    GeneratorExit,
    BaseExceptionGroup,
    Exception,
    StopAsyncIteration,
    StopIteration,
    ArithmeticError,
    FloatingPointError,
    OverflowError,
    ZeroDivisionError,
    AssertionError,
    AttributeError,
    BufferError,
    EOFError,
    ImportError,
    ModuleNotFoundError,
    LookupError,
    IndexError,
    KeyError,
    MemoryError,
    NameError,
    UnboundLocalError,
    OSError,
    BlockingIOError,
    ChildProcessError,
    ConnectionError,
    BrokenPipeError,
    ConnectionAbortedError,
    ConnectionRefusedError,
    ConnectionResetError,
    FileExistsError,
    FileNotFoundError,
    InterruptedError,
    IsADirectoryError,
    NotADirectoryError,
    PermissionError,
    ProcessLookupError,
    TimeoutError,
    ReferenceError,
    RuntimeError,
    NotImplementedError,
    RecursionError,
    SyntaxError,
    IndentationError,
    TabError,
    SystemError,
    TypeError,
    ValueError,
    UnicodeError,
    UnicodeDecodeError,
    UnicodeEncodeError,
    UnicodeTranslateError,
    Warning,
    BytesWarning,
    DeprecationWarning,
    EncodingWarning,
    FutureWarning,
    ImportWarning,
    PendingDeprecationWarning,
    ResourceWarning,
    RuntimeWarning,
    SyntaxWarning,
    UnicodeWarning,
    UserWarning,
    ExceptionGroup
  };

  private PyExceptions() {}

  private static PyType simple(String name, PyType base) {
    return PyType.builtin(new SimpleTypeTable(name, base, null));
  }

  /** Puts all of them, and the old names of OSError, into {@code builtins}. */
  public static void addTo(PyDict builtins) {
    for (PyType type : ALL) {
      builtins.put(PyStr.interned(type.name()), type);
    }
    builtins.put(PyStr.interned("EnvironmentError"), OSError);
    builtins.put(PyStr.interned("IOError"), OSError);
  }

  /** Whether a value is an exception class. */
  public static boolean isClass(PyObject value) {
    return value instanceof PyType type && type.isSubtypeOf(BaseException);
  }
}
