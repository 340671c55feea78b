package org.krait.cli;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/** The stages of the pipeline that {@code --dump} shows, in the order in which a source passes them. */
enum DumpStage {
  TOKENS,
  AST,
  SCOPES,
  CODEGEN,
  CFG,
  CODE;

  /** The stages of a list like {@code ast,code}; null when one of them does not exist. */
  static List<DumpStage> read(String list) {
    List<DumpStage> stages = new ArrayList<>();
    for (String name : list.split(",")) {
      DumpStage stage = named(name.strip());
      if (stage == null) {
        return null;
      }
      stages.add(stage);
    }
    return stages;
  }

  private static DumpStage named(String name) {
    for (DumpStage stage : values()) {
      if (stage.spelling().equals(name)) {
        return stage;
      }
    }
    return null;
  }

  /** The word on the command line. */
  String spelling() {
    return name().toLowerCase(Locale.ROOT);
  }
}
