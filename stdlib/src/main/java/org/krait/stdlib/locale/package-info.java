/** The C locale: the module {@code _locale}. */
package org.krait.stdlib.locale;
