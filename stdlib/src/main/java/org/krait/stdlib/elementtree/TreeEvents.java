package org.krait.stdlib.elementtree;

import java.util.EnumSet;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.krait.runtime.Attributes;
import org.krait.runtime.Errors;
import org.krait.runtime.PyException;
import org.krait.runtime.PyObject;
import org.krait.runtime.Warnings;
import org.krait.runtime.types.PyDict;
import org.krait.runtime.types.PyExceptions;
import org.krait.runtime.types.PyLong;
import org.krait.runtime.types.PyNone;
import org.krait.runtime.types.PyStr;
import org.krait.runtime.types.PyTuple;
import org.krait.stdlib.expat.Handler;
import org.krait.stdlib.expat.XmlEncoding;
import org.krait.stdlib.expat.XmlEngine;
import org.krait.stdlib.expat.XmlError;
import org.krait.stdlib.expat.XmlEvents;

/**
 * Passes on what the parser finds: to a builder directly, to any other target by its methods.
 *
 * <p>After an exception of a handler the parser goes on to the end of the piece, and nobody is told.
 */
final class TreeEvents implements XmlEvents {
  private static final PyStr CODE = PyStr.interned("code");
  private static final PyStr POSITION = PyStr.interned("position");
  private static final int LONGEST_SHOWN = 100;

  private final PyTreeParser parser;

  /** The target, when it is exactly a builder; else null. */
  private final PyTreeBuilder builder;

  private final PyDict entities;
  private final XmlEngine engine = new XmlEngine(this, '}', false, true);
  private final EnumSet<Handler> listening =
      EnumSet.of(
          Handler.START_ELEMENT,
          Handler.END_ELEMENT,
          Handler.CHARACTER_DATA,
          Handler.DEFAULT_EXPAND,
          Handler.START_DOCTYPE_DECL);
  private final Map<String, PyStr> names = new HashMap<>();

  /** The encoding that was given and is still to be looked up, or null. */
  private String encodingName;

  private final PyObject startNs;
  private final PyObject endNs;
  private final PyObject start;
  private final PyObject data;
  private final PyObject end;
  private final PyObject comment;
  private final PyObject instruction;
  private final PyObject close;
  private final PyObject doctype;

  private PyException failure;

  TreeEvents(PyTreeParser parser, PyObject target, PyDict entities, String encodingName) {
    this.parser = parser;
    this.entities = entities;
    this.encodingName = encodingName;
    builder = target instanceof PyTreeBuilder exact && exact.isExact() ? exact : null;
    startNs = Attributes.getOrNull(target, "start_ns");
    endNs = Attributes.getOrNull(target, "end_ns");
    start = Attributes.getOrNull(target, "start");
    data = Attributes.getOrNull(target, "data");
    end = Attributes.getOrNull(target, "end");
    comment = Attributes.getOrNull(target, "comment");
    instruction = Attributes.getOrNull(target, "pi");
    close = Attributes.getOrNull(target, "close");
    doctype = Attributes.getOrNull(target, "doctype");
    if (startNs != null || endNs != null) {
      listen(Handler.START_NAMESPACE_DECL);
      listen(Handler.END_NAMESPACE_DECL);
    }
    if (comment != null) {
      listen(Handler.COMMENT);
    }
    if (instruction != null) {
      listen(Handler.PROCESSING_INSTRUCTION);
    }
  }

  void listen(Handler handler) {
    listening.add(handler);
  }

  PyObject closeHandler() {
    return close;
  }

  void forceUtf8() {
    encodingName = null;
    engine.force(XmlEncoding.UTF_8);
  }

  void parse(byte[] bytes, boolean last) {
    if (encodingName != null && bytes.length > 0) {
      engine.force(XmlEncoding.named(encodingName));
      encodingName = null;
    }
    boolean good = engine.parse(bytes, last);
    PyException raised = failure;
    failure = null;
    if (raised != null) {
      throw raised;
    }
    if (!good) {
      throw error(engine.error(), engine.error().words());
    }
  }

  private PyException error(XmlError error, String words) {
    long line = engine.line();
    long column = engine.column();
    PyException e =
        Errors.make(
            ElementTreeModule.PARSE_ERROR, "%s: line %d, column %d", words, line, column);
    Attributes.set(e.value(), CODE, PyLong.of(error.code()));
    Attributes.set(e.value(), POSITION, PyTuple.of(PyLong.of(line), PyLong.of(column)));
    return e;
  }

  /** The name that expat gives, with its namespace in braces. */
  private PyStr universal(String name) {
    PyStr known = names.get(name);
    if (known == null) {
      known = PyStr.of(name.indexOf('}') >= 0 ? "{" + name : name);
      names.put(name, known);
    }
    return known;
  }

  @Override
  public boolean has(Handler handler) {
    return listening.contains(handler);
  }

  @Override
  public void startElement(String name, List<String> attributes, int specified) {
    if (failure != null) {
      return;
    }
    try {
      PyStr tag = universal(name);
      PyDict attrib = attributes.isEmpty() ? null : new PyDict();
      for (int i = 0; i < attributes.size(); i += 2) {
        attrib.put(universal(attributes.get(i)), PyStr.of(attributes.get(i + 1)));
      }
      if (builder != null) {
        builder.start(tag, attrib);
      } else if (start != null) {
        start.call(tag, attrib == null ? new PyDict() : attrib);
      }
    } catch (PyException e) {
      failure = e;
    }
  }

  @Override
  public void endElement(String name) {
    if (failure != null) {
      return;
    }
    try {
      if (builder != null) {
        builder.end();
      } else if (end != null) {
        end.call(universal(name));
      }
    } catch (PyException e) {
      failure = e;
    }
  }

  @Override
  public void characters(String text) {
    if (failure != null) {
      return;
    }
    if (builder != null) {
      builder.text(text);
    } else {
      tellData(PyStr.of(text));
    }
  }

  private void tellData(PyObject text) {
    if (builder != null) {
      builder.dataMethod(text);
    } else if (data != null) {
      try {
        data.call(text);
      } catch (PyException e) {
        failure = e;
      }
    }
  }

  /** A reference to an entity that the parser does not know. */
  @Override
  public void raw(String text) {
    if (failure != null || text.length() < 2 || text.charAt(0) != '&') {
      return;
    }
    PyObject value = entities.get(PyStr.of(text.substring(1, text.length() - 1)));
    if (value != null) {
      tellData(value);
      return;
    }
    String shown = text.substring(0, Math.min(text.length(), LONGEST_SHOWN));
    failure = error(XmlError.UNDEFINED_ENTITY, "undefined entity " + shown);
  }

  @Override
  public PyObject call(Handler handler, PyObject... args) {
    if (failure == null) {
      try {
        tell(handler, args);
      } catch (PyException e) {
        failure = e;
      }
    }
    return PyNone.NONE;
  }

  private void tell(Handler handler, PyObject[] args) {
    switch (handler) {
      case START_NAMESPACE_DECL -> {
        PyObject prefix = orEmpty(args[0]);
        PyObject uri = orEmpty(args[1]);
        if (builder != null) {
          if (builder.events.wants(EventSink.START_NS)) {
            builder.events.tell(EventSink.START_NS, PyTuple.of(prefix, uri));
          }
        } else if (startNs != null) {
          startNs.call(prefix, uri);
        }
      }
      case END_NAMESPACE_DECL -> {
        if (builder != null) {
          builder.events.tell(EventSink.END_NS, PyNone.NONE);
        } else if (endNs != null) {
          endNs.call(orEmpty(args[0]));
        }
      }
      case COMMENT -> {
        if (builder != null) {
          builder.comment(args[0]);
        } else if (comment != null) {
          comment.call(args[0]);
        }
      }
      case PROCESSING_INSTRUCTION -> {
        if (builder == null) {
          if (instruction != null) {
            instruction.call(args[0], args[1]);
          }
        } else if (builder.events.wants(EventSink.PI) || builder.insertsInstructions()) {
          builder.instruction(args[0], args[1]);
        }
      }
      case START_DOCTYPE_DECL -> tellDoctype(args);
      default -> {}
    }
  }

  private void tellDoctype(PyObject[] args) {
    PyObject name = universalOf(args[0]);
    PyObject system = universalOf(args[1]);
    PyObject publicId = universalOf(args[2]);
    if (doctype != null) {
      doctype.call(name, publicId, system);
    } else if (Attributes.getOrNull(parser, "doctype") != null) {
      Warnings.warn(
          PyExceptions.RuntimeWarning,
          "The doctype() method of XMLParser is ignored.  Define doctype() method on the"
              + " TreeBuilder target.",
          1);
    }
  }

  private PyObject universalOf(PyObject text) {
    return text instanceof PyStr name ? universal(name.toString()) : PyNone.NONE;
  }

  private static PyObject orEmpty(PyObject value) {
    return value == PyNone.NONE ? PyStr.EMPTY : value;
  }

  @Override
  public char[] encoding(String name) {
    return XmlEncoding.table(name);
  }

  @Override
  public String base() {
    return null;
  }
}
