package matinee.bench;

import io.netty.buffer.ByteBuf;
import io.netty.channel.Channel;
import java.nio.charset.StandardCharsets;

/// One member's connection: says the greeting, then hands each delivery to its room.
final class LoadMember implements ClientSocket.Events {
  private static final byte[] SAID = "{\"type\":\"said\"".getBytes(StandardCharsets.US_ASCII);
  private static final byte[] REJECTED =
      "{\"type\":\"rejected\"".getBytes(StandardCharsets.US_ASCII);
  private static final byte[] SNAPSHOT =
      "{\"type\":\"snapshot\"".getBytes(StandardCharsets.US_ASCII);

  private final LoadRoom room;
  private final int member;
  private final Target target;
  private final Runnable entered;
  private boolean in;

  LoadMember(LoadRoom room, int member, Target target, Runnable entered) {
    this.room = room;
    this.member = member;
    this.target = target;
    this.entered = entered;
  }

  @Override
  public void opened(Channel channel) {
    room.enter(member, channel);
    if (target.greeting().isEmpty()) {
      entered.run();
    } else {
      Crowd.send(channel, target.greeting());
    }
  }

  @Override
  public void refused(String answer) {
    room.failed(new IllegalStateException("the handshake was answered by " + answer));
  }

  @Override
  public void failed(Throwable cause) {
    room.failed(cause);
  }

  @Override
  public void ended() {
    // a room that misses somebody shows it by what is not delivered
  }

  @Override
  public void text(ByteBuf payload, int offset, int length) {
    room.took(length);
    if (startsWith(payload, offset, length, SAID)) {
      room.delivered(member, payload, offset, length);
    } else if (startsWith(payload, offset, length, SNAPSHOT)) {
      room.saw(revision(payload, offset, length));
      enter();
    } else if (startsWith(payload, offset, length, REJECTED)) {
      throw new IllegalStateException(payload.toString(offset, length, StandardCharsets.UTF_8));
    } else if (member == 0) {
      room.saw(revision(payload, offset, length));
    }
  }

  /// A room that becomes a giant shows itself once more.
  private void enter() {
    if (!in) {
      in = true;
      entered.run();
    }
  }

  @Override
  public void closed(int code, String reason) {
    room.closed(new LoadRoom.Closing(System.nanoTime(), code, reason));
  }

  /// The number after `"revision":`, or 0 when there is none.
  static long revision(ByteBuf payload, int offset, int length) {
    int from = offset;
    int end = offset + length;
    while ((from = payload.indexOf(from, end, (byte) 'v')) >= 0) {
      if (from + 9 < end
          && payload.getByte(from + 6) == '"'
          && payload.getByte(from + 7) == ':'
          && payload.getByte(from - 2) == 'r') {
        return number(payload, from + 8, end);
      }
      from++;
    }
    return 0;
  }

  /// The decimal digits from `from` on.
  static long number(ByteBuf payload, int from, int end) {
    long value = 0;
    for (int i = from; i < end; i++) {
      int digit = payload.getByte(i) - '0';
      if (digit < 0 || digit > 9) {
        break;
      }
      value = value * 10 + digit;
    }
    return value;
  }

  /// Is `prefix`, of 9 bytes or more, what the payload begins with? The first 9 are the same of
  /// all.
  static boolean startsWith(ByteBuf payload, int offset, int length, byte[] prefix) {
    if (length < prefix.length) {
      return false;
    }
    for (int i = prefix.length - 1; i >= 9; i--) {
      if (payload.getByte(offset + i) != prefix[i]) {
        return false;
      }
    }
    return true;
  }
}
