/**
 * The module {@code _elementtree}: elements, the builder of trees, and the parser that feeds it.
 *
 * <p>In: calls from the library's {@code xml.etree.ElementTree}, and what the parser of {@code
 * org.krait.stdlib.expat} finds. Out: what CPython's C module gives. The law of the room: text is put
 * together once, and no Python code is called where builder and elements are of the exact types.
 */
package org.krait.stdlib.elementtree;
