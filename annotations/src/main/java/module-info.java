/** Annotations from which the build makes tables and descriptors; they leave no trace at run time. */
module org.krait.annotations {
  exports org.krait.annotations;
}
