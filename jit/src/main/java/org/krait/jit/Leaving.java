package org.krait.jit;

import java.lang.classfile.ClassBuilder;
import java.lang.classfile.ClassFile;
import java.lang.classfile.Label;
import java.lang.classfile.Opcode;
import java.lang.constant.ClassDesc;
import java.lang.constant.MethodTypeDesc;
import java.util.ArrayList;
import java.util.List;
import org.krait.runtime.PyObject;

/**
 * A method by which an exception leaves a unit: the frame, which the traceback holds, gets the variables.
 *
 * @param opens whether the unit has a frame of its own, else one is made
 * @param opened whether it is certainly there
 * @param again whether the exception is raised again
 * @param locals what the frame has to get
 */
record Leaving(
    String name, boolean opens, boolean opened, boolean again, List<Leaving.Local> locals) {
  private static final int STATIC = ClassFile.ACC_PRIVATE | ClassFile.ACC_STATIC;

  /**
   * A variable of the code.
   *
   * @param kind how its value is handed over; null where it is constant
   * @param constant the constant, or null for none
   */
  record Local(int place, Kind kind, PyObject constant) {
    static Local of(int place, Value value) {
      if (value == Value.NULL) {
        return new Local(place, null, null);
      }
      return value instanceof Value.Constant(PyObject object)
          ? new Local(place, null, object)
          : new Local(place, value.kind(), null);
    }

    private boolean isSame(Local other) {
      return place == other.place && kind == other.kind && constant == other.constant;
    }
  }

  /** The methods of a unit. */
  static final class Methods {
    private final Translation t;
    private final List<Leaving> all = new ArrayList<>();

    Methods(Translation t) {
      this.t = t;
    }

    Leaving of(boolean opens, boolean opened, boolean again, List<Local> locals) {
      for (Leaving known : all) {
        if (known.opened == opened && known.again == again && isSame(known.locals, locals)) {
          return known;
        }
      }
      Leaving made = new Leaving("leave" + (all.size() + 1), opens, opened, again, locals);
      if (!t.out.isDry()) {
        all.add(made);
      }
      return made;
    }

    private static boolean isSame(List<Local> a, List<Local> b) {
      boolean same = a.size() == b.size();
      for (int i = 0; same && i < a.size(); i++) {
        same = a.get(i).isSame(b.get(i));
      }
      return same;
    }

    void write(ClassBuilder c) {
      for (Leaving each : all) {
        c.withMethodBody(
            each.name, each.type(), STATIC, b -> {
              each.write(t, new Emitter(b));
            });
      }
    }
  }

  MethodTypeDesc type() {
    List<ClassDesc> all = new ArrayList<>(List.of(Names.THREAD, Names.FUNCTION));
    if (opens) {
      all.add(Names.FRAME);
      all.add(Translation.INT);
    }
    all.add(Names.EXCEPTION);
    all.add(Translation.INT);
    if (again) {
      all.add(Names.OBJECT);
    }
    for (Local local : locals) {
      if (local.kind != null) {
        all.add(local.kind.desc);
      }
    }
    if (all.size() > 120) {
      throw new Refused("too many values live at once");
    }
    return MethodTypeDesc.of(Translation.VOID, all);
  }

  private void write(Translation t, Emitter out) {
    int frame = 2;
    int value = opens ? 4 : 2;
    int slot = value + (again ? 3 : 2);
    int end = slot;
    for (Local local : locals) {
      end += local.kind == Kind.LONG || local.kind == Kind.DOUBLE ? 2 : local.kind == null ? 0 : 1;
    }
    if (!opens) {
      frame = end;
      bare(t, out);
      out.store(Kind.REFERENCE, frame);
    } else if (!opened) {
      Label there = out.label();
      out.load(Kind.REFERENCE, frame);
      out.branch(Opcode.IFNONNULL, there);
      open(t, out);
      out.store(Kind.REFERENCE, frame);
      out.bind(there);
    }
    for (Local local : locals) {
      out.load(Kind.REFERENCE, frame);
      out.field(Names.FRAME, "slots", Names.OBJECTS);
      out.number(local.place);
      if (local.constant != null) {
        out.staticField(
            t.self, t.constants.field(local.constant, Names.OBJECT).name(), Names.OBJECT);
      } else if (local.kind == null) {
        out.nothing();
      } else {
        out.load(local.kind, slot);
        slot += local.kind == Kind.LONG || local.kind == Kind.DOUBLE ? 2 : 1;
        if (local.kind != Kind.REFERENCE) {
          out.guarded("box", Names.OBJECT, local.kind.desc);
        }
      }
      out.op(Opcode.AASTORE);
    }
    finish(out, frame, value);
  }

  private static void open(Translation t, Emitter out) {
    out.load(Kind.REFERENCE, 0);
    out.staticField(t.self, t.constants.field(t.code, Names.CODE).name(), Names.CODE);
    out.load(Kind.REFERENCE, 1);
    out.guarded("open", Names.FRAME, Names.THREAD, Names.CODE, Names.FUNCTION);
  }

  /** A frame for the traceback alone. HotSpot can do without arrays whose length is a constant. */
  private static void bare(Translation t, Emitter out) {
    out.load(Kind.REFERENCE, 0);
    out.staticField(t.self, t.constants.field(t.code, Names.CODE).name(), Names.CODE);
    out.load(Kind.REFERENCE, 1);
    out.number(t.code.frameSize);
    out.newArray(Names.OBJECT);
    out.call(
        Names.PASSING, "frame",
        MethodTypeDesc.of(Names.FRAME, Names.THREAD, Names.CODE, Names.FUNCTION, Names.OBJECTS));
  }

  private void finish(Emitter out, int frame, int value) {
    out.load(Kind.REFERENCE, frame);
    out.load(Kind.REFERENCE, value);
    out.load(Kind.REFERENCE, 0);
    out.load(Kind.TRUTH, value + 1);
    List<ClassDesc> types =
        new ArrayList<>(List.of(Names.FRAME, Names.EXCEPTION, Names.THREAD, Translation.INT));
    if (again) {
      out.load(Kind.REFERENCE, value + 2);
      types.add(Names.OBJECT);
    }
    if (opens) {
      out.load(Kind.TRUTH, 3);
      types.add(Translation.INT);
    }
    out.call(
        Names.PASSING, opens ? again ? "closeAgain" : "close" : "leave",
        MethodTypeDesc.of(Translation.VOID, types));
    out.give();
  }
}
