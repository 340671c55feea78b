package org.krait.audit;

/**
 * What importing a name would load.
 *
 * @param root the folder or archive that is on {@code sys.path}
 * @param name the module's full name
 * @param file the file whose code runs, as the report names it; of a namespace package its folder
 * @param kind {@code source}, {@code cache} (the file runs instead of its source), {@code bytecode}
 *     (without a source), {@code extension} or {@code namespace}
 */
public record LoadedModule(String root, String name, String file, String kind) {}
