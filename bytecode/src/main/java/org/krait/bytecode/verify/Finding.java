package org.krait.bytecode.verify;

import org.krait.bytecode.CodeObject;

/**
 * A rule that a code object breaks.
 *
 * @param code the code object
 * @param offset the instruction's place in bytes; -1 when the whole is meant
 * @param rule the rule
 * @param sentence what is wrong
 */
public record Finding(CodeObject code, int offset, Rule rule, String sentence) {
  @Override
  public String toString() {
    String place = offset < 0 ? "" : " at " + offset;
    return code.qualname() + place + ": " + rule.id() + ": " + sentence;
  }
}
