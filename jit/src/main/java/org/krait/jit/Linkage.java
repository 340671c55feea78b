package org.krait.jit;

import java.lang.constant.ClassDesc;
import java.lang.constant.MethodTypeDesc;

/**
 * How other generated classes call a unit without a frame directly.
 *
 * @param owner the generated class
 * @param method the name of its static method
 * @param parameters the kinds of its parameters
 * @param result the kind of its result
 * @param leaf whether it calls nothing, so that the depth of calls need not be counted
 */
record Linkage(ClassDesc owner, String method, Kind[] parameters, Kind result, boolean leaf) {
  MethodTypeDesc type() {
    ClassDesc[] all = new ClassDesc[parameters.length + 2];
    all[0] = Names.THREAD;
    all[1] = Names.FUNCTION;
    for (int i = 0; i < parameters.length; i++) {
      all[i + 2] = parameters[i].desc;
    }
    return MethodTypeDesc.of(result.desc, all);
  }
}
