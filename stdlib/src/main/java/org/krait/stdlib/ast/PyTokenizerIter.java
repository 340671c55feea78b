package org.krait.stdlib.ast;

import org.krait.annotations.BuiltinType;
import org.krait.annotations.Method;
import org.krait.runtime.Errors;
import org.krait.runtime.Objects;
import org.krait.runtime.PyInstance;
import org.krait.runtime.PyObject;
import org.krait.runtime.PyType;
import org.krait.runtime.ThreadState;
import org.krait.runtime.types.IteratorMethods;
import org.krait.runtime.types.PyLong;
import org.krait.runtime.types.PyStr;
import org.krait.runtime.types.PyTuple;
import org.krait.stdlib.builtins.CompileSource;
import org.krait.stdlib.builtins.SyntaxErrors;
import org.krait.syntax.SyntaxDiagnostic;
import org.krait.syntax.Token;
import org.krait.syntax.Tokenizer;

/** {@code TokenizerIter}: the tokens of the lines that a function gives, as tuples. */
@BuiltinType(
    name = "TokenizerIter",
    module = "_tokenize",
    parts = {IteratorMethods.class})
public final class PyTokenizerIter extends PyInstance {
  public static final PyType TYPE = PyType.builtin(new PyTokenizerIterTable());

  private static final String FILENAME = "<string>";

  private final LineSource lines;
  private final boolean extraTokens;
  private Tokenizer tokens;

  /** The line of the last token, which is most often that of the next one too. */
  private String lastLine;

  private PyStr lastLineObject;

  private PyTokenizerIter(PyType cls, LineSource lines, boolean extraTokens) {
    super(cls);
    this.lines = lines;
    this.extraTokens = extraTokens;
  }

  @Method("__new__(cls, readline, /, *, encoding=NULL, extra_tokens=NULL)")
  static PyObject make(PyType cls, PyObject readline, String encoding, PyObject extraTokens) {
    if (extraTokens == null) {
      throw Errors.typeError("tokenizeriter() missing required argument 'extra_tokens' (pos 2)");
    }
    return new PyTokenizerIter(
        cls, new LineSource(readline, encoding), Objects.isTrue(extraTokens));
  }

  @Method("__next__(self, /)")
  PyObject next() {
    if (tokens == null) {
      tokens =
          new Tokenizer(
              lines.readAll(), extraTokens, CompileSource.listener(ThreadState.current(), FILENAME));
    }
    try {
      return tokens.hasNext() ? tuple(tokens.next()) : null;
    } catch (SyntaxDiagnostic e) {
      throw SyntaxErrors.exception(e, FILENAME, false);
    }
  }

  private PyTuple tuple(Token token) {
    return PyTuple.of(
        PyLong.of(token.type()),
        PyStr.of(token.text()),
        PyTuple.of(PyLong.of(token.line()), PyLong.of(token.column())),
        PyTuple.of(PyLong.of(token.endLine()), PyLong.of(token.endColumn())),
        line(token.lineText()));
  }

  private PyStr line(String text) {
    if (!text.equals(lastLine)) {
      lastLine = text;
      lastLineObject = PyStr.of(text);
    }
    return lastLineObject;
  }
}
