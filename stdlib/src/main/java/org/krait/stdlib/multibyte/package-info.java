/**
 * The codecs of East Asian encodings: {@code _multibytecodec}, {@code _codecs_jp},
 * {@code _codecs_cn}, {@code _codecs_hk}, {@code _codecs_kr}, {@code _codecs_tw}, {@code _codecs_iso2022}.
 *
 * <p>In: text or bytes. Out: bytes or text. The mappings are the JDK's, corrected by a table of
 * differences, which was made by comparing all code points and all byte sequences with CPython. The law
 * of the room: a codec that does not agree with CPython everywhere does not exist.
 */
package org.krait.stdlib.multibyte;
