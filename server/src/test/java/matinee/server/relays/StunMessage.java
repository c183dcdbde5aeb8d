package matinee.server.relays;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;

/// A message between a relay and its user (RFC 8489, section 5): what it is about, its transaction
/// of 12 bytes, and its attributes in their order.
record StunMessage(int type, byte[] transaction, List<Attribute> attributes) {
  static final int ALLOCATE = 0x003;
  static final int REFRESH = 0x004;
  static final int SEND = 0x006 | 0x010;
  static final int DATA = 0x007 | 0x010;
  static final int CREATE_PERMISSION = 0x008;
  static final int CHANNEL_BIND = 0x009;

  static final int USERNAME = 0x0006;
  static final int ERROR_CODE = 0x0009;
  static final int CHANNEL_NUMBER = 0x000c;
  static final int LIFETIME = 0x000d;
  static final int PEER_ADDRESS = 0x0012;
  static final int PAYLOAD = 0x0013;
  static final int REALM = 0x0014;
  static final int NONCE = 0x0015;
  static final int RELAYED_ADDRESS = 0x0016;
  static final int ADDRESS_FAMILY = 0x0017;
  static final int TRANSPORT = 0x0019;

  static final int HEAD_BYTES = 20;

  private static final int COOKIE = 0x2112A442;
  private static final int INTEGRITY = 0x0008;
  private static final int INTEGRITY_BYTES = 24;
  private static final int CLASS = 0x0110;
  private static final int SUCCESS = 0x0100;

  record Attribute(int type, byte[] value) {}

  /// One of a transaction by `chance`.
  static StunMessage of(int type, Random chance) {
    var transaction = new byte[12];
    chance.nextBytes(transaction);
    return new StunMessage(type, transaction, List.of());
  }

  StunMessage with(int attribute, byte[] value) {
    var all = new ArrayList<>(attributes);
    all.add(new Attribute(attribute, value));
    return new StunMessage(type, transaction, all);
  }

  StunMessage with(int attribute, String value) {
    return with(attribute, value.getBytes(StandardCharsets.UTF_8));
  }

  StunMessage with(int attribute, int value) {
    return with(attribute, ByteBuffer.allocate(4).putInt(value).array());
  }

  StunMessage with(PeerAddress peer) {
    return with(PEER_ADDRESS, peer.hidden(transaction));
  }

  Optional<byte[]> value(int attribute) {
    return attributes.stream()
        .filter(it -> it.type() == attribute)
        .map(Attribute::value)
        .findFirst();
  }

  String text(int attribute) {
    return new String(value(attribute).orElse(new byte[0]), StandardCharsets.UTF_8);
  }

  /// 200 if it is a success, else the code of its error.
  int status() {
    if ((type & CLASS) == SUCCESS) {
      return 200;
    }
    var error = value(ERROR_CODE).orElseThrow(() -> new IllegalStateException("no answer"));
    return error[2] * 100 + error[3];
  }

  byte[] bytes() {
    int length = attributes.stream().mapToInt(it -> 4 + padded(it.value().length)).sum();
    var out = ByteBuffer.allocate(HEAD_BYTES + length);
    out.putShort((short) type).putShort((short) length).putInt(COOKIE).put(transaction);
    for (var attribute : attributes) {
      int end = out.position() + 4 + padded(attribute.value().length);
      out.putShort((short) attribute.type()).putShort((short) attribute.value().length);
      out.put(attribute.value()).position(end);
    }
    return out.array();
  }

  /// The same, proved by a key that follows from a user's password (RFC 8489, section 14.5).
  byte[] bytes(byte[] key) {
    var bytes = bytes();
    int length = bytes.length - HEAD_BYTES + INTEGRITY_BYTES;
    ByteBuffer.wrap(bytes).putShort(2, (short) length);
    try {
      var mac = Mac.getInstance("HmacSHA1");
      mac.init(new SecretKeySpec(key, "HmacSHA1"));
      var proof = mac.doFinal(bytes);
      return ByteBuffer.allocate(bytes.length + INTEGRITY_BYTES)
          .put(bytes)
          .putShort((short) INTEGRITY)
          .putShort((short) proof.length)
          .put(proof)
          .array();
    } catch (GeneralSecurityException e) {
      throw new IllegalStateException(e);
    }
  }

  static StunMessage read(byte[] bytes) {
    var in = ByteBuffer.wrap(bytes);
    int type = in.getShort() & 0xffff;
    int end = HEAD_BYTES + (in.getShort() & 0xffff);
    var attributes = new ArrayList<Attribute>();
    for (int at = HEAD_BYTES; at < end; ) {
      int length = in.getShort(at + 2) & 0xffff;
      attributes.add(
          new Attribute(
              in.getShort(at) & 0xffff, Arrays.copyOfRange(bytes, at + 4, at + 4 + length)));
      at += 4 + padded(length);
    }
    return new StunMessage(type, Arrays.copyOfRange(bytes, 8, HEAD_BYTES), attributes);
  }

  private static int padded(int length) {
    return (length + 3) & ~3;
  }
}
