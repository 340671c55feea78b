/** The values that a literal or a code object can hold, as plain Java values. */
module org.krait.constants {
  exports org.krait.constants;
}
