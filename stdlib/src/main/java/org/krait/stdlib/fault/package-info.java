/** The module {@code faulthandler}: shows what threads are doing. */
package org.krait.stdlib.fault;
