package matinee.bench;

import io.netty.buffer.ByteBuf;
import io.netty.channel.Channel;
import java.util.Arrays;
import java.util.List;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;

/// One room of the load: who is in it, what has been said, and when the last member heard it.
///
/// Lives on the event loop of its crowd. A message carries its number and the nanosecond at which
/// it was meant to be sent; it is complete when every member has received it.
final class LoadRoom {
  private static final int WINDOW = 4096;
  private static final char MARK = '~';

  /// Told when the last member has heard message `number` that was meant to be sent at
  /// `intendedNanos`.
  interface Completion {
    void heardByAll(LoadRoom room, long intendedNanos);
  }

  /// The server closed the connection of a member.
  record Closing(long nanos, int code, String reason) {}

  private final Target target;
  private final int number;
  private final Channel[] channels;
  private final int[] heard = new int[WINDOW];
  private final Queue<Throwable> failures = new ConcurrentLinkedQueue<>();
  private final Queue<Closing> closings = new ConcurrentLinkedQueue<>();
  private Completion completion = (_, _) -> {};
  private long revision;
  private int said;
  private int nextSender;
  private long deliveries;
  private long bytes;

  LoadRoom(Target target, int number, int members) {
    this.target = target;
    this.number = number;
    this.channels = new Channel[members];
  }

  int number() {
    return number;
  }

  List<Channel> channels() {
    return Arrays.asList(channels);
  }

  long deliveries() {
    return deliveries;
  }

  /// How many messages its members have sent.
  long said() {
    return said;
  }

  /// Of every message that came to any member.
  long bytes() {
    return bytes;
  }

  void took(int length) {
    bytes += length;
  }

  void onCompletion(Completion next) {
    completion = next;
  }

  void enter(int member, Channel channel) {
    channels[member] = channel;
  }

  void saw(long newRevision) {
    revision = Math.max(revision, newRevision);
  }

  /// The last revision that the first member has heard of.
  long revision() {
    return revision;
  }

  void closed(Closing closing) {
    closings.add(closing);
  }

  Queue<Closing> closings() {
    return closings;
  }

  void failed(Throwable cause) {
    failures.add(cause);
  }

  /// Throws `IllegalStateException` when a connection of this room has failed: such a run measures
  /// nothing.
  void check() {
    if (!failures.isEmpty()) {
      throw new IllegalStateException("room " + number + " failed", failures.peek());
    }
    if (!closings.isEmpty()) {
      throw new IllegalStateException(
          "in room " + number + " the server closed " + closings.peek());
    }
  }

  /// The next member in turn says something that was meant to be said at `intendedNanos`.
  void say(long intendedNanos) {
    heard[said % WINDOW] = 0;
    var text = MARK + Integer.toString(said) + "." + intendedNanos;
    Crowd.send(channels[nextSender], target.say("b" + number + "-" + said, revision, text));
    said++;
    nextSender = (nextSender + 1) % channels.length;
  }

  void delivered(int member, ByteBuf payload, int offset, int length) {
    deliveries++;
    int end = offset + length;
    if (member == 0) {
      saw(LoadMember.revision(payload, offset, length));
    }
    int mark = payload.indexOf(offset, end, (byte) MARK);
    int dot = payload.indexOf(mark, end, (byte) '.');
    int message = (int) LoadMember.number(payload, mark + 1, end);
    if (++heard[message % WINDOW] == channels.length) {
      completion.heardByAll(this, LoadMember.number(payload, dot + 1, end));
    }
  }
}
