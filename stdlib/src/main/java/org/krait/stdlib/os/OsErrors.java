package org.krait.stdlib.os;

import java.io.IOException;
import java.nio.file.AccessDeniedException;
import java.nio.file.DirectoryNotEmptyException;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.FileSystemException;
import java.nio.file.FileSystemLoopException;
import java.nio.file.NoSuchFileException;
import java.nio.file.NotDirectoryException;
import org.krait.runtime.Errors;
import org.krait.runtime.PyException;
import org.krait.runtime.PyObject;
import org.krait.runtime.types.PyExceptions;
import org.krait.runtime.types.PyInt;
import org.krait.runtime.types.PyLong;
import org.krait.runtime.types.PyOSError;
import org.krait.runtime.types.PyStr;

/** {@code OSError} from Linux error numbers and from Java's exceptions. */
public final class OsErrors {
  public static final int EPERM = 1;
  public static final int ENOENT = 2;
  public static final int EIO = 5;
  public static final int ECHILD = 10;
  public static final int EAGAIN = 11;
  public static final int EBADF = 9;
  public static final int EACCES = 13;
  public static final int EFAULT = 14;
  public static final int EEXIST = 17;
  public static final int ENOTDIR = 20;
  public static final int EISDIR = 21;
  public static final int EINVAL = 22;
  public static final int ENOSPC = 28;
  public static final int ESPIPE = 29;
  public static final int EROFS = 30;
  public static final int EPIPE = 32;
  public static final int ENAMETOOLONG = 36;
  public static final int ENOSYS = 38;
  public static final int ENOTEMPTY = 39;
  public static final int ELOOP = 40;

  /** Linux's words (glibc {@code strerror}), by number; null where unused. */
  private static final String[] WORDS = ErrorWords.ALL;

  private OsErrors() {}

  /** {@code strerror(number)}. */
  public static String words(int number) {
    String words = number >= 0 && number < WORDS.length ? WORDS[number] : null;
    return words == null ? "Unknown error " + number : words;
  }

  /** {@code OSError(number, words)}. */
  public static PyException make(int number) {
    return Errors.of(PyExceptions.OSError, PyLong.of(number), PyStr.of(words(number)));
  }

  /** {@code OSError(number, words, filename)}. */
  public static PyException make(int number, PyObject filename) {
    return filename == null
        ? make(number)
        : Errors.of(PyExceptions.OSError, PyLong.of(number), PyStr.of(words(number)), filename);
  }

  /** {@code OSError(number, words, filename, None, filename2)}. */
  public static PyException make(int number, PyObject filename, PyObject filename2) {
    return Errors.of(
        PyExceptions.OSError,
        PyLong.of(number),
        PyStr.of(words(number)),
        filename,
        org.krait.runtime.types.PyNone.NONE,
        filename2);
  }

  /** The {@code errno} of an exception, or 0. */
  public static int numberOf(PyException e) {
    return e.value() instanceof PyOSError error && error.getNumber() instanceof PyInt number
        ? (int) number.longValue()
        : 0;
  }

  /** The OSError for a Java exception; the file name may be null. */
  public static PyException of(IOException e, PyObject filename) {
    return make(number(e), filename);
  }

  /** The error number that a Java exception stands for. */
  public static int number(IOException e) {
    // Not a switch: the first one over types costs a start two milliseconds, and importing meets this.
    if (e instanceof NoSuchFileException) {
      return ENOENT;
    }
    if (e instanceof FileAlreadyExistsException) {
      return EEXIST;
    }
    if (e instanceof AccessDeniedException) {
      return EACCES;
    }
    if (e instanceof DirectoryNotEmptyException) {
      return ENOTEMPTY;
    }
    if (e instanceof NotDirectoryException) {
      return ENOTDIR;
    }
    if (e instanceof FileSystemLoopException) {
      return ELOOP;
    }
    return fromWords(e instanceof FileSystemException other ? other.getReason() : e.getMessage());
  }

  /** Java passes the system's words on where it has no class for an error. */
  private static int fromWords(String message) {
    if (message != null) {
      for (int i = 1; i < WORDS.length; i++) {
        if (WORDS[i] != null && message.contains(WORDS[i])) {
          return i;
        }
      }
    }
    return EIO;
  }
}
