package org.krait.conformance;

import java.io.BufferedOutputStream;
import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import org.krait.bytecode.Marshal;
import org.krait.bytecode.MarshalException;
import org.krait.constants.Constant;
import org.krait.constants.ConstantRepr;

/**
 * A running oracle that answers questions one after the other; the questions are the functions of
 * {@code oracle_session.py}.
 */
public final class OracleSession implements AutoCloseable {
  private static final String SCRIPT = "oracle_session.py";

  private final Process process;
  private final DataOutputStream questions;
  private final DataInputStream answers;

  public OracleSession(Oracle oracle) throws IOException {
    ProcessBuilder builder = oracle.process("-c", script());
    process = builder.redirectError(ProcessBuilder.Redirect.INHERIT).start();
    OutputStream out = new BufferedOutputStream(process.getOutputStream(), 1 << 16);
    questions = new DataOutputStream(out);
    answers = new DataInputStream(process.getInputStream());
  }

  private static String script() throws IOException {
    try (InputStream in = OracleSession.class.getResourceAsStream(SCRIPT)) {
      return new String(in.readAllBytes(), StandardCharsets.UTF_8);
    }
  }

  /** A Python exception in the oracle. */
  public static final class Refusal extends Exception {
    private static final long serialVersionUID = 1L;

    private final transient List<Constant> parts;

    Refusal(List<Constant> parts) {
      super(text(parts.get(0)) + ": " + text(parts.get(1)), null, false, false);
      this.parts = parts;
    }

    private static String text(Constant value) {
      return value instanceof Constant.Str s ? s.text() : ConstantRepr.of(value);
    }

    /** Class, message and details. */
    List<Constant> parts() {
      return parts;
    }

    /** The exception's class, without its module. */
    public String type() {
      return text(parts.get(0));
    }

    /** What {@code str(exception)} is, or a syntax error's {@code msg}. */
    public String message() {
      return text(parts.get(1));
    }

    /** A syntax error's lineno, offset, end_lineno, end_offset and text; else nothing. */
    public List<Constant> details() {
      return parts.subList(2, parts.size());
    }
  }

  /** Asks a question; the arguments are constants, strings, numbers and byte arrays. */
  public Constant ask(String question, Object... arguments) throws IOException, Refusal {
    List<Constant> request = new ArrayList<>();
    request.add(Constant.Str.of(question));
    for (Object argument : arguments) {
      request.add(constant(argument));
    }
    try {
      send(Marshal.write(new Constant.Tuple(request)));
      Constant.Tuple answer = (Constant.Tuple) Marshal.read(receive());
      if (answer.items().getFirst() != Constant.Singleton.TRUE) {
        throw new Refusal(answer.items().subList(1, answer.items().size()));
      }
      return answer.items().get(1);
    } catch (MarshalException e) {
      throw new IOException("the oracle's answer: " + e.getMessage(), e);
    }
  }

  private static Constant constant(Object argument) {
    return switch (argument) {
      case Constant c -> c;
      case String s -> Constant.Str.of(s);
      case Integer i -> Constant.Int.of(i);
      case Boolean b -> Constant.Singleton.of(b);
      case byte[] b -> new Constant.Bytes(b);
      default -> throw new IllegalArgumentException(argument.toString());
    };
  }

  /** Asks a question whose answer is a string. */
  public String askText(String question, Object... arguments) throws IOException, Refusal {
    return ((Constant.Str) ask(question, arguments)).text();
  }

  /** Asks a question whose answer is bytes. */
  public byte[] askBytes(String question, Object... arguments) throws IOException, Refusal {
    return ((Constant.Bytes) ask(question, arguments)).value();
  }

  private void send(byte[] bytes) throws IOException {
    questions.writeInt(Integer.reverseBytes(bytes.length));
    questions.write(bytes);
    questions.flush();
  }

  private byte[] receive() throws IOException {
    byte[] bytes = new byte[Integer.reverseBytes(answers.readInt())];
    answers.readFully(bytes);
    return bytes;
  }

  @Override
  public void close() throws IOException {
    questions.close();
    process.destroy();
  }
}
