package org.krait.conformance;

import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import org.krait.bytecode.CodeObject;
import org.krait.bytecode.ExceptionTable;
import org.krait.bytecode.ExceptionTableWriter;
import org.krait.bytecode.OpcodeTable;
import org.krait.constants.Constant;

/** Damages one field of a code object at random, mostly so that it still looks like one. */
final class MutateCode {
  private final Random random;

  MutateCode(Random random) {
    this.random = random;
  }

  /** A damaged copy with parts of another code object, perhaps. */
  CodeObject mutate(CodeObject c, CodeObject other) {
    byte[] code = c.code();
    byte[] kinds = c.localsPlusKinds();
    byte[] lines = c.lineTable();
    byte[] exceptions = c.exceptionTable();
    List<Constant> constants = c.constants();
    List<String> names = c.names();
    List<String> variables = c.localsPlusNames();
    int[] numbers = {
      c.argCount(), c.posOnlyArgCount(), c.kwOnlyArgCount(), c.stackSize(), c.flags()
    };
    switch (random.nextInt(14)) {
      case 0 -> code = MutateBytes.mutate(code, random);
      case 1, 2, 3, 4, 5, 6 -> code = instructions(code, other.code());
      case 7 -> exceptions = handlers(exceptions, code.length / 2);
      case 8 -> exceptions = MutateBytes.mutate(exceptions, random);
      case 9 -> lines = MutateBytes.mutate(lines, random);
      case 10 -> kinds = MutateBytes.mutate(kinds, random);
      case 11 -> numbers[random.nextInt(5)] += 1 - random.nextInt(3);
      case 12 -> numbers[4] ^= 1 << random.nextInt(26);
      default -> {
        constants = fewer(constants);
        names = fewer(names);
        variables = random.nextInt(4) == 0 ? fewer(variables) : variables;
      }
    }
    return new CodeObject(
        numbers[0], numbers[1], numbers[2], numbers[3], numbers[4],
        code, constants, names, variables, kinds, c.filename(), c.name(), c.qualname(),
        c.firstLineNumber(), lines, exceptions);
  }

  private <T> List<T> fewer(List<T> items) {
    List<T> mutant = new ArrayList<>(items);
    if (!mutant.isEmpty()) {
      T item = mutant.remove(random.nextInt(mutant.size()));
      if (random.nextBoolean()) {
        mutant.add(random.nextInt(mutant.size() + 1), item);
      }
    }
    return mutant;
  }

  private byte[] instructions(byte[] code, byte[] other) {
    byte[] mutant = code.clone();
    if (mutant.length < 2) {
      return other;
    }
    int at = 2 * random.nextInt(mutant.length / 2);
    int from = 2 * random.nextInt(other.length / 2);
    int count = Math.min(2 + 2 * random.nextInt(4), other.length - from);
    switch (random.nextInt(6)) {
      case 0 -> {
        return MutateBytes.splice(mutant, at, 2, new byte[0]);
      }
      case 1 -> {
        byte[] part = java.util.Arrays.copyOfRange(other, from, from + count);
        return MutateBytes.splice(mutant, at, Math.min(count, mutant.length - at), part);
      }
      case 2 -> {
        byte[] part = java.util.Arrays.copyOfRange(other, from, from + count);
        return MutateBytes.splice(mutant, at, 0, part);
      }
      case 3 -> mutant[at + 1] += (byte) (1 - random.nextInt(3));
      case 4 -> mutant[at + 1] = (byte) random.nextInt();
      default -> mutant[at] = (byte) storable();
    }
    return mutant;
  }

  private int storable() {
    int op = random.nextInt(OpcodeTable.MIN_PSEUDO);
    return OpcodeTable.isStorable(op) ? op : storable();
  }

  private byte[] handlers(byte[] table, int units) {
    ExceptionTableWriter writer = new ExceptionTableWriter();
    ExceptionTable reader = new ExceptionTable(table);
    while (reader.next()) {
      int[] entry = {reader.start(), reader.end(), reader.target(), reader.depth()};
      boolean lasti = reader.pushesLasti();
      if (random.nextInt(3) == 0) {
        int field = random.nextInt(5);
        if (field == 4) {
          lasti = !lasti;
        } else {
          entry[field] = Math.max(0, entry[field] + 2 - random.nextInt(5));
        }
      }
      writer.add(entry[0], Math.max(entry[0], entry[1]), entry[2], entry[3], lasti);
    }
    if (units > 0 && random.nextInt(4) == 0) {
      writer.add(0, units, random.nextInt(units), random.nextInt(3), random.nextBoolean());
    }
    return writer.toByteArray();
  }
}
