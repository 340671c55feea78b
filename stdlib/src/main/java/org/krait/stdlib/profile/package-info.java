/**
 * The module {@code _lsprof}, under {@code cProfile}: how often functions are called and how long they
 * run. It is a tool of {@code sys.monitoring}.
 */
package org.krait.stdlib.profile;
