package org.krait.stdlib.expat;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** Namespaces: what prefixes stand for where the parser is. */
final class Names {
  static final String XML_URI = "http://www.w3.org/XML/1998/namespace";
  static final String XMLNS_URI = "http://www.w3.org/2000/xmlns/";

  private final Character separator;
  boolean prefixes;
  final boolean on;

  /** A prefix that an element bound, and what it was bound to before. */
  private record Binding(String prefix, String before, int depth) {}

  private final Map<String, String> uris = new HashMap<>();
  private final List<Binding> bindings = new ArrayList<>();

  Names(Character separator, boolean prefixes, boolean on) {
    this.separator = separator;
    this.prefixes = prefixes;
    this.on = on;
    uris.put("xml", XML_URI);
  }

  Names copy() {
    Names copy = new Names(separator, prefixes, on);
    copy.uris.putAll(uris);
    return copy;
  }

  /** Binds a prefix ("" for none) for an element of a depth; an empty URI unbinds. */
  void bind(String prefix, String uri, int depth) {
    if (prefix.equals("xmlns")) {
      throw XmlFault.here(XmlError.RESERVED_PREFIX_XMLNS);
    }
    if (prefix.equals("xml") != uri.equals(XML_URI)) {
      throw XmlFault.here(
          prefix.equals("xml") ? XmlError.RESERVED_PREFIX_XML : XmlError.RESERVED_NAMESPACE_URI);
    }
    if (uri.equals(XMLNS_URI)) {
      throw XmlFault.here(XmlError.RESERVED_NAMESPACE_URI);
    }
    if (uri.isEmpty() && !prefix.isEmpty()) {
      throw XmlFault.here(XmlError.UNDECLARING_PREFIX);
    }
    bindings.add(new Binding(prefix, uris.get(prefix), depth));
    if (uri.isEmpty()) {
      uris.remove(prefix);
    } else {
      uris.put(prefix, uri);
    }
  }

  /** Unbinds the prefix that was bound last in an element of a depth; null when there is none. */
  String unbind(int depth) {
    if (bindings.isEmpty() || bindings.getLast().depth < depth) {
      return null;
    }
    Binding binding = bindings.removeLast();
    if (binding.before == null) {
      uris.remove(binding.prefix);
    } else {
      uris.put(binding.prefix, binding.before);
    }
    return binding.prefix;
  }

  /** The name with its namespace. */
  String expand(String name, boolean isAttribute) {
    int colon = name.indexOf(':');
    String prefix = colon < 0 ? "" : name.substring(0, colon);
    if (colon < 0 && isAttribute) {
      return name;
    }
    String uri = uris.get(prefix);
    if (uri == null) {
      if (colon < 0) {
        return name;
      }
      throw XmlFault.here(XmlError.UNBOUND_PREFIX);
    }
    String mark = separator == null ? "" : separator.toString();
    String expanded = uri + mark + name.substring(colon + 1);
    return prefixes && colon >= 0 ? expanded + mark + prefix : expanded;
  }

  /** The bindings as the context of an external entity shows them. */
  String context() {
    StringBuilder text = new StringBuilder();
    if (on) {
      uris.forEach(
          (prefix, uri) -> {
            text.append(text.isEmpty() ? "" : "\f");
            text.append(prefix.isEmpty() ? "" : prefix).append('=').append(uri);
          });
    }
    return text.toString();
  }
}
