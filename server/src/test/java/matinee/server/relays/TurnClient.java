package matinee.server.relays;

import java.io.IOException;
import java.net.InetSocketAddress;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.MessageDigest;
import java.util.Arrays;
import java.util.Random;

/// A user of a relay, who is let in by `credential` (TURN, RFC 8656, with long-term credentials of
/// RFC 8489). Answers are statuses: 200, or the code of an error.
final class TurnClient implements AutoCloseable {
  static final int UDP = 17;
  static final int TCP = 6;
  private static final int STALE_NONCE = 438;
  private static final int UNAUTHORIZED = 401;

  private final Random chance = new Random(8656);
  private final Line line;
  private final Credential credential;
  private String realm = "";
  private String nonce = "";
  private InetSocketAddress relayed = new InetSocketAddress(0);

  TurnClient(Line line, Credential credential) {
    this.line = line;
    this.credential = credential;
  }

  /// Asks for an address of IPv4 at the relay.
  int allocate() throws IOException {
    return allocate(request(StunMessage.ALLOCATE, UDP));
  }

  /// Asks for one of IPv6.
  int allocateIpv6() throws IOException {
    return allocate(request(StunMessage.ALLOCATE, UDP).with(StunMessage.ADDRESS_FAMILY, 2 << 24));
  }

  /// Asks for one by which it would be connected to others.
  int allocateTcp() throws IOException {
    return allocate(request(StunMessage.ALLOCATE, TCP));
  }

  private StunMessage request(int type, int transport) {
    return StunMessage.of(type, chance).with(StunMessage.TRANSPORT, transport << 24);
  }

  private int allocate(StunMessage request) throws IOException {
    var answer = ask(request);
    var at = answer.value(StunMessage.RELAYED_ADDRESS);
    if (at.isPresent()) {
      relayed = PeerAddress.shown(at.get(), answer.transaction());
    }
    return answer.status();
  }

  /// The address that it has at the relay.
  InetSocketAddress relayed() {
    return relayed;
  }

  /// Wants to hear from `peer`, and to send to it.
  int permit(PeerAddress peer) throws IOException {
    return ask(StunMessage.of(StunMessage.CREATE_PERMISSION, chance).with(peer)).status();
  }

  /// The same, by the channel `number`.
  int bind(int number, PeerAddress peer) throws IOException {
    return ask(StunMessage.of(StunMessage.CHANNEL_BIND, chance)
            .with(StunMessage.CHANNEL_NUMBER, number << 16)
            .with(peer))
        .status();
  }

  /// Wants to keep its address for `seconds` more; 0 gives it back.
  int refresh(int seconds) throws IOException {
    return ask(StunMessage.of(StunMessage.REFRESH, chance).with(StunMessage.LIFETIME, seconds))
        .status();
  }

  void send(PeerAddress peer, String text) throws IOException {
    line.send(
        StunMessage.of(StunMessage.SEND, chance)
            .with(peer)
            .with(StunMessage.PAYLOAD, text)
            .bytes());
  }

  /// Sends by the channel `number`. The text has four characters, or a multiple of that.
  void send(int number, String text) throws IOException {
    var bytes = text.getBytes(StandardCharsets.UTF_8);
    line.send(
        ByteBuffer.allocate(4 + bytes.length)
            .putShort((short) number)
            .putShort((short) bytes.length)
            .put(bytes)
            .array());
  }

  /// What a peer has sent, by a channel or not.
  String receive() throws IOException {
    var bytes = line.receive();
    if (bytes[0] >= 0x40) {
      int length = ByteBuffer.wrap(bytes).getShort(2);
      return new String(bytes, 4, length, StandardCharsets.UTF_8);
    }
    return StunMessage.read(bytes).text(StunMessage.PAYLOAD);
  }

  private StunMessage ask(StunMessage request) throws IOException {
    var answer = exchange(request);
    boolean isFirst = answer.status() == UNAUTHORIZED && realm.isEmpty();
    if (!isFirst && answer.status() != STALE_NONCE) {
      return answer;
    }
    realm = answer.text(StunMessage.REALM);
    nonce = answer.text(StunMessage.NONCE);
    return exchange(request);
  }

  private StunMessage exchange(StunMessage request) throws IOException {
    line.send(realm.isEmpty() ? request.bytes() : proved(request).bytes(key()));
    while (true) {
      var answer = StunMessage.read(line.receive());
      if (Arrays.equals(answer.transaction(), request.transaction())) {
        return answer;
      }
    }
  }

  private StunMessage proved(StunMessage request) {
    return request
        .with(StunMessage.USERNAME, credential.username())
        .with(StunMessage.REALM, realm)
        .with(StunMessage.NONCE, nonce);
  }

  private byte[] key() {
    var text = credential.username() + ":" + realm + ":" + credential.password();
    try {
      return MessageDigest.getInstance("MD5").digest(text.getBytes(StandardCharsets.UTF_8));
    } catch (GeneralSecurityException e) {
      throw new IllegalStateException(e);
    }
  }

  @Override
  public void close() throws IOException {
    line.close();
  }
}
