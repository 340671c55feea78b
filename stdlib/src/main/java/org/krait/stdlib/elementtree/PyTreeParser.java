package org.krait.stdlib.elementtree;

import org.krait.annotations.BuiltinType;
import org.krait.annotations.Getter;
import org.krait.annotations.Method;
import org.krait.runtime.Attributes;
import org.krait.runtime.Errors;
import org.krait.runtime.Iteration;
import org.krait.runtime.PyException;
import org.krait.runtime.PyInstance;
import org.krait.runtime.PyObject;
import org.krait.runtime.PyType;
import org.krait.runtime.ThreadState;
import org.krait.runtime.buffer.Buffers;
import org.krait.runtime.codecs.Utf8;
import org.krait.runtime.types.PyBytes;
import org.krait.runtime.types.PyDict;
import org.krait.runtime.types.PyLong;
import org.krait.runtime.types.PyNone;
import org.krait.runtime.types.PyStr;
import org.krait.stdlib.expat.Handler;

/** {@code xml.etree.ElementTree.XMLParser}: a parser of documents that tells a builder. */
@BuiltinType(
    name = "XMLParser",
    module = "xml.etree.ElementTree",
    heapType = true,
    basicSize = 128)
final class PyTreeParser extends PyInstance {
  static final PyType TYPE = PyType.builtin(new PyTreeParserTable());

  private static final int READ_SIZE = 64 * 1024;

  private PyObject target;
  private PyDict entity;
  private TreeEvents events;

  private PyTreeParser(PyType cls) {
    super(cls);
  }

  @Method("__new__(cls, /, *args, **kwargs)")
  static PyObject make(PyType cls, PyObject[] args, PyStr[] names) {
    return new PyTreeParser(cls);
  }

  @Method("__init__(self, *, target=None, encoding=None)")
  void init(PyObject given, PyObject encoding) {
    if (encoding != PyNone.NONE && !(encoding instanceof PyStr)) {
      throw Errors.typeError(
          "XMLParser() argument 'encoding' must be str or None, not %s",
          encoding.type().fullName());
    }
    entity = new PyDict();
    target =
        given == PyNone.NONE
            ? defaultTarget()
            : given;
    String name = encoding == PyNone.NONE ? null : encoding.toString();
    events = new TreeEvents(this, target, entity, name);
  }

  private static PyTreeBuilder defaultTarget() {
    PyTreeBuilder builder =
        new PyTreeBuilder(PyTreeBuilder.TYPE, TreeState.of(ThreadState.current()));
    return builder;
  }

  private TreeEvents started() {
    if (target == null) {
      throw Errors.valueError("XMLParser.__init__() wasn't called");
    }
    return events;
  }

  @Method("feed(self, data, /)")
  void feed(PyObject data) {
    TreeEvents parser = started();
    if (data instanceof PyStr text) {
      byte[] bytes = Utf8.encode(text, "strict");
      parser.forceUtf8();
      parser.parse(bytes, false);
    } else {
      parser.parse(Buffers.copy(data), false);
    }
  }

  @Method("close(self, /)")
  PyObject close() {
    TreeEvents parser = started();
    parser.parse(new byte[0], true);
    if (target instanceof PyTreeBuilder builder && builder.isExact()) {
      return builder.close();
    }
    PyObject handler = parser.closeHandler();
    return handler == null ? PyNone.NONE : handler.call();
  }

  @Method("_parse_whole(self, file, /)")
  PyObject parseWhole(PyObject file) {
    TreeEvents parser = started();
    PyObject read = Attributes.get(file, "read");
    while (true) {
      PyObject piece = read.call(PyLong.of(READ_SIZE));
      byte[] bytes;
      if (piece.getClass() == PyStr.class) {
        bytes = Utf8.encode((PyStr) piece, "surrogatepass");
      } else if (piece.getClass() == PyBytes.class) {
        bytes = Buffers.copy(piece);
      } else {
        break;
      }
      if (bytes.length == 0) {
        break;
      }
      parser.parse(bytes, false);
    }
    parser.parse(new byte[0], true);
    return target instanceof PyTreeBuilder builder && builder.isExact()
        ? builder.close()
        : PyNone.NONE;
  }

  @Method("_setevents(self, events_queue, events_to_report=None, /)")
  void setEvents(PyObject queue, PyObject wanted) {
    TreeEvents parser = started();
    if (!(target instanceof PyTreeBuilder builder) || !builder.isExact()) {
      throw Errors.typeError(
          "event handling only supported for ElementTree.TreeBuilder targets");
    }
    EventSink sink = builder.events;
    sink.open(Attributes.get(queue, "append"));
    if (wanted == null || wanted == PyNone.NONE) {
      sink.want(EventSink.END, PyStr.interned("end"));
      return;
    }
    for (PyObject name : Iteration.items(wanted, "events must be a sequence")) {
      sink.want(kind(parser, name), name);
    }
  }

  private static int kind(TreeEvents parser, PyObject name) {
    String text =
        name instanceof PyStr str
            ? str.toString()
            : name instanceof PyBytes bytes
                ? new String(Buffers.copy(bytes), java.nio.charset.StandardCharsets.UTF_8)
                : null;
    if (text == null) {
      throw Errors.valueError("invalid events sequence");
    }
    return switch (text) {
      case "start" -> EventSink.START;
      case "end" -> EventSink.END;
      case "start-ns" -> {
        parser.listen(Handler.START_NAMESPACE_DECL);
        yield EventSink.START_NS;
      }
      case "end-ns" -> {
        parser.listen(Handler.END_NAMESPACE_DECL);
        yield EventSink.END_NS;
      }
      case "comment" -> {
        parser.listen(Handler.COMMENT);
        yield EventSink.COMMENT;
      }
      case "pi" -> {
        parser.listen(Handler.PROCESSING_INSTRUCTION);
        yield EventSink.PI;
      }
      default -> throw unknown(text);
    };
  }

  private static PyException unknown(String event) {
    return Errors.valueError("unknown event '%s'", event);
  }

  @Getter(value = "entity", member = true)
  PyObject entity() {
    return ElementTreeModule.orNone(entity);
  }

  @Getter(value = "target", member = true)
  PyObject target() {
    return ElementTreeModule.orNone(target);
  }

  @Getter("version")
  String version() {
    return "Expat 2.5.0";
  }
}
