package matinee.server.relays;

import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.UnknownHostException;
import java.nio.ByteBuffer;
import java.util.Arrays;

/// Where a relay is asked to send something. Unlike Java's own addresses an IPv4 address that is
/// mapped into IPv6 stays as it is written.
final class PeerAddress {
  private static final String MAPPED = "::ffff:";
  private static final int COOKIE = 0x2112A442;
  private static final int IPV4_BYTES = 4;
  private static final int IPV6_BYTES = 16;

  private final byte[] address;
  private final int port;

  private PeerAddress(byte[] address, int port) {
    this.address = address;
    this.port = port;
  }

  /// That of `text`, as addresses are written, at the port 9.
  static PeerAddress of(String text) throws UnknownHostException {
    return of(text, 9);
  }

  static PeerAddress of(String text, int port) throws UnknownHostException {
    if (!text.startsWith(MAPPED) || !text.contains(".")) {
      return new PeerAddress(InetAddress.getByName(text).getAddress(), port);
    }
    var mapped = new byte[IPV6_BYTES];
    mapped[10] = (byte) 0xff;
    mapped[11] = (byte) 0xff;
    var inside = InetAddress.getByName(text.substring(MAPPED.length())).getAddress();
    System.arraycopy(inside, 0, mapped, IPV6_BYTES - IPV4_BYTES, IPV4_BYTES);
    return new PeerAddress(mapped, port);
  }

  static PeerAddress of(InetSocketAddress where) {
    return new PeerAddress(where.getAddress().getAddress(), where.getPort());
  }

  /// As XOR-PEER-ADDRESS of the message of `transaction` (RFC 8489, section 14.2).
  byte[] hidden(byte[] transaction) {
    var family = address.length == IPV4_BYTES ? 1 : 2;
    return ByteBuffer.allocate(4 + address.length)
        .putShort((short) family)
        .putShort((short) (port ^ (COOKIE >>> 16)))
        .put(crossed(address, transaction))
        .array();
  }

  /// What [#hidden] has made.
  static InetSocketAddress shown(byte[] hidden, byte[] transaction) throws UnknownHostException {
    var read = ByteBuffer.wrap(hidden);
    int port = (read.getShort(2) ^ (COOKIE >>> 16)) & 0xffff;
    var address = Arrays.copyOfRange(hidden, 4, hidden.length);
    return new InetSocketAddress(InetAddress.getByAddress(crossed(address, transaction)), port);
  }

  private static byte[] crossed(byte[] address, byte[] transaction) {
    var key = ByteBuffer.allocate(IPV6_BYTES).putInt(COOKIE).put(transaction).array();
    var crossed = new byte[address.length];
    for (int i = 0; i < address.length; i++) {
      crossed[i] = (byte) (address[i] ^ key[i]);
    }
    return crossed;
  }
}
