package org.krait.runtime;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.krait.runtime.types.PyStr;

/** The messages are those of CPython 3.12.1 for the builtin of that name. */
class SignatureTest {
  private static final Map<String, Signature> SIGNATURES =
      Map.ofEntries(
          Map.entry("append", new Signature("append", "list.append", null, 1, 1, 1, 0, 0, "object")),
          Map.entry("clear", new Signature("clear", "list.clear", null, 0, 0, 0, 0, 0)),
          Map.entry(
              "index",
              new Signature("index", "list.index", null, 3, 3, 1, 0, 0, "value", "start", "stop")),
          Map.entry(
              "insert", new Signature("insert", "list.insert", null, 2, 2, 2, 0, 0, "index", "object")),
          Map.entry("sort", new Signature("sort", "list.sort", null, 0, 0, 0, 0, 0, "key", "reverse")),
          Map.entry(
              "encode",
              new Signature("encode", "str.encode", null, 0, 2, 0, 0, 0, "encoding", "errors")),
          Map.entry(
              "find",
              new Signature("find", "str.find", null, 3, 3, 1, 0, Signature.TUPLE, "a", "b", "c")),
          Map.entry(
              "to_bytes",
              new Signature(
                  "to_bytes", "int.to_bytes", null, 0, 2, 0, 0, 0, "length", "byteorder", "signed")),
          Map.entry(
              "isclose",
              new Signature(
                  "isclose", "math.isclose", null, 0, 2, 2, 0, 0, "a", "b", "rel_tol", "abs_tol")),
          Map.entry("sum", new Signature("sum", "sum", null, 1, 2, 1, 0, 0, "iterable", "start")),
          Map.entry(
              "exec",
              new Signature("exec", "exec", null, 3, 3, 1, 0, 0, "source", "globals", "locals", "closure")),
          Map.entry(
              "print", new Signature("print", "print", null, 0, 0, 0, 0, Signature.STAR, "sep", "end")),
          Map.entry("gcd", new Signature("gcd", "math.gcd", null, 0, 0, 0, 0, Signature.STAR)),
          Map.entry(
              "tuple",
              new Signature("tuple", "tuple.__new__", null, 1, 1, 0, 0, Signature.CONSTRUCTOR, "it")));

  private static PyObject[] arguments(int positional, String keywords) {
    List<PyObject> all = new ArrayList<>();
    for (int i = 0; i < positional; i++) {
      all.add(PyStr.of("value"));
    }
    for (PyStr name : names(keywords)) {
      all.add(name);
    }
    return all.toArray(PyObject[]::new);
  }

  private static PyStr[] names(String keywords) {
    return keywords.isEmpty()
        ? new PyStr[0]
        : java.util.Arrays.stream(keywords.split(" ")).map(PyStr::interned).toArray(PyStr[]::new);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      emptyValue = "",
      value = {
        "append   | 0 | ''              | list.append() takes exactly one argument (0 given)",
        "append   | 2 | ''              | list.append() takes exactly one argument (2 given)",
        "append   | 0 | object          | list.append() takes no keyword arguments",
        "clear    | 1 | ''              | list.clear() takes no arguments (1 given)",
        "index    | 0 | ''              | index expected at least 1 argument, got 0",
        "index    | 4 | ''              | index expected at most 3 arguments, got 4",
        "insert   | 1 | ''              | insert expected 2 arguments, got 1",
        "sort     | 1 | ''              | sort() takes no positional arguments",
        "sort     | 3 | ''              | sort() takes at most 2 arguments (3 given)",
        "sort     | 0 | key reverse x   | sort() takes at most 2 keyword arguments (3 given)",
        "sort     | 0 | k               | 'k' is an invalid keyword argument for sort()",
        "encode   | 1 | encoding        | argument for encode() given by name ('encoding') and position (1)",
        "encode   | 3 | ''              | encode() takes at most 2 arguments (3 given)",
        "find     | 0 | ''              | find() takes at least 1 argument (0 given)",
        "find     | 4 | ''              | find() takes at most 3 arguments (4 given)",
        "to_bytes | 3 | ''              | to_bytes() takes at most 2 positional arguments (3 given)",
        "isclose  | 0 | b               | isclose() missing required argument 'a' (pos 1)",
        "isclose  | 1 | x               | isclose() missing required argument 'b' (pos 2)",
        "isclose  | 3 | ''              | isclose() takes exactly 2 positional arguments (3 given)",
        "sum      | 0 | ''              | sum() takes at least 1 positional argument (0 given)",
        "sum      | 0 | iterable        | sum() takes at least 1 positional argument (0 given)",
        "exec     | 4 | ''              | exec() takes at most 3 positional arguments (4 given)",
        "exec     | 1 | globals closure | 'globals' is an invalid keyword argument for exec()",
        "print    | 9 | sep x           | 'x' is an invalid keyword argument for print()",
        "gcd      | 2 | x               | math.gcd() takes no keyword arguments",
        "tuple    | 2 | ''              | tuple expected at most 1 argument, got 2",
        "tuple    | 0 | it              | tuple() takes no keyword arguments",
      })
  void wrongCallsAreWordedAsInCPython(String name, int positional, String keywords, String message) {
    PyException failure =
        assertThrows(
            PyException.class,
            () -> SIGNATURES.get(name).bind(arguments(positional, keywords), names(keywords)));
    assertEquals(message, failure.value().args().get(0).toString());
  }

  @Test
  void keywordsFindTheirParameters() {
    PyObject[] bound = SIGNATURES.get("to_bytes").bind(arguments(1, "signed"), names("signed"));
    assertEquals(PyStr.of("value"), bound[0]);
    assertNull(bound[1]);
    assertEquals(PyStr.of("signed"), bound[2]);
  }

  @Test
  void aFullCallIsNotCopied() {
    PyObject[] args = arguments(3, "");
    assertEquals(args, SIGNATURES.get("index").bind(args, null));
  }

  @Test
  void theSurplusIsWhatNoParameterTakes() {
    Signature signature =
        new Signature("f", "f", null, 1, 1, 1, 0, Signature.STAR | Signature.DOUBLE_STAR, "a");
    PyObject[] args = arguments(3, "a b");
    assertArrayEquals(arguments(2, ""), signature.rest(args, names("a b")));
    assertEquals(PyStr.of("b"), signature.surplus(args, names("a b")).get(PyStr.interned("b")));
    assertEquals(4, signature.tail(args).length);
    assertEquals(1, signature.bind(args, names("a b")).length);
  }
}
