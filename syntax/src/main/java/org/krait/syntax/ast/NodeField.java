package org.krait.syntax.ast;

/**
 * A field of a node class.
 *
 * @param name the Python name
 * @param type the ASDL type: {@code identifier}, {@code string}, {@code int}, {@code constant}, a
 *     {@link NodeSum} or a product
 * @param cardinality how often a value occurs
 */
public record NodeField(String name, String type, Cardinality cardinality) {
  /** How often a field's value occurs. */
  public enum Cardinality {
    /** One value, not null. */
    ONE,
    /** A value or null. */
    OPTIONAL,
    /** A list. */
    MANY
  }
}
