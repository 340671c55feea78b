package org.krait.audit.sinks;

import java.util.List;
import java.util.Map;

/**
 * A call.
 *
 * @param function what is called
 * @param receiver of a method that no table knows, the value before the dot; else null
 * @param method the method's name; null when there is no receiver
 * @param args positional arguments
 * @param keywords arguments by name
 * @param place where
 */
record Call(
    Value function,
    Value receiver,
    String method,
    List<Value> args,
    Map<String, Value> keywords,
    Place place) {

  /** The argument at a place or of a name; null when it is not given. */
  Value argument(int index, String name) {
    Value named = keywords.get(name);
    return named != null ? named : index >= 0 && index < args.size() ? args.get(index) : null;
  }

  /** The value of all arguments together. */
  Value arguments() {
    return Value.all(args).or(Value.all(keywords.values()));
  }
}
