package org.krait.audit.files;

import java.nio.file.AccessDeniedException;
import java.nio.file.FileSystemLoopException;
import java.nio.file.NoSuchFileException;

/** Why a file cannot be read, in words. */
public final class Trouble {
  private Trouble() {}

  public static String of(Exception e) {
    Throwable cause = e.getCause() != null ? e.getCause() : e;
    return switch (cause) {
      case NoSuchFileException _ -> "no such file";
      case AccessDeniedException _ -> "permission denied";
      case FileSystemLoopException _ -> "a folder that contains itself";
      default -> cause.getMessage() == null ? cause.getClass().getSimpleName() : cause.getMessage();
    };
  }
}
