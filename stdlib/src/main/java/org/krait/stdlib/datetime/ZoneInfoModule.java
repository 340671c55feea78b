package org.krait.stdlib.datetime;

import org.krait.annotations.BuiltinModule;

/** The module {@code _zoneinfo}. */
@BuiltinModule(
    value = "_zoneinfo",
    types = PyZoneInfo.class,
    doc = "C implementation of the zoneinfo module")
public final class ZoneInfoModule {
  private ZoneInfoModule() {}
}
