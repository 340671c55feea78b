package org.krait.stdlib.uuid;

import java.net.NetworkInterface;
import java.net.SocketException;
import java.nio.ByteBuffer;
import java.time.Instant;
import java.util.Enumeration;
import org.krait.annotations.BuiltinModule;
import org.krait.annotations.Function;
import org.krait.annotations.Value;
import org.krait.runtime.PyObject;
import org.krait.runtime.SystemRandom;
import org.krait.runtime.types.PyBytes;
import org.krait.runtime.types.PyLong;
import org.krait.runtime.types.PyTuple;

/** The module {@code _uuid}. */
@BuiltinModule("_uuid")
public final class UuidModule {
  @Value("has_uuid_generate_time_safe")
  static final int HAS_SAFE = 1;

  /** What {@code uuid_generate_time_safe} returns when no other process was asked about the clock. */
  private static final int NOT_SAFE = -1;

  /** Units of 100 ns from the start of the Gregorian calendar to 1970. */
  private static final long GREGORIAN = 0x01b21dd213814000L;

  private static final int ADDRESS = 6;
  private static final int MULTICAST = 1;

  private final byte[] node = address();
  private final int sequence = (int) SystemRandom.bits(14);
  private long last;

  @Function(value = "generate_time_safe()", textSignature = false)
  synchronized PyObject generate() {
    Instant now = Instant.now();
    long time = now.getEpochSecond() * 10_000_000 + now.getNano() / 100 + GREGORIAN;
    last = Math.max(last + 1, time);
    ByteBuffer bytes = ByteBuffer.allocate(16);
    bytes.putInt((int) last).putShort((short) (last >>> 32));
    bytes.putShort((short) (last >>> 48 & 0x0fff | 0x1000));
    bytes.putShort((short) (sequence | 0x8000)).put(node);
    return PyTuple.of(PyBytes.of(bytes.array()), PyLong.of(NOT_SAFE));
  }

  /** The address of a network device, or a random one that no device can have. */
  private static byte[] address() {
    try {
      Enumeration<NetworkInterface> devices = NetworkInterface.getNetworkInterfaces();
      while (devices != null && devices.hasMoreElements()) {
        NetworkInterface device = devices.nextElement();
        byte[] found = device.isLoopback() ? null : device.getHardwareAddress();
        if (found != null && found.length == ADDRESS) {
          return found;
        }
      }
    } catch (SocketException e) {
      // There is no device to ask.
    }
    byte[] random = SystemRandom.bytes(ADDRESS);
    random[0] |= MULTICAST;
    return random;
  }
}
