package org.krait.generators;

import java.util.Map;
import java.util.stream.Collectors;

/** The text of the index of the Python modules of a Java module. */
final class ModuleIndexSource {
  private ModuleIndexSource() {}

  /**
   * The index.
   *
   * @param modules by Python name, in order
   */
  static String text(String packageName, Map<String, BuiltinModel> modules) {
    String names =
        modules.keySet().stream().map(JavaNames::literal).collect(Collectors.joining(",\n            "));
    String branches =
        modules.entrySet().stream()
            .map(
                module ->
                    "      case %s -> new %s.%s();\n"
                        .formatted(
                            JavaNames.literal(module.getKey()),
                            module.getValue().owner().packageName(),
                            module.getValue().generated("Table")))
            .collect(Collectors.joining());
    return """
        // Generated from the annotations of the modules.
        package %s;

        import java.util.List;
        import %s.*;

        /** The Python modules that are written in Java here; their classes are loaded on demand. */
        public final class ModuleIndex implements NativeModules {
          @Override
          public List<String> names() {
            return List.of(
                    %s);
          }

          @Override
          public ModuleTable open(String name) {
            return switch (name) {
        %s      default -> null;
            };
          }
        }
        """
        .formatted(packageName, BuiltinModel.RUNTIME, names, branches);
  }
}
