package matinee.server.socket;

import static org.assertj.core.api.Assertions.assertThat;

import io.netty.buffer.ByteBufAllocator;
import io.netty.channel.ChannelHandlerContext;
import io.netty.channel.ChannelOutboundBuffer;
import io.netty.channel.ChannelOutboundHandlerAdapter;
import io.netty.channel.ChannelPromise;
import io.netty.channel.embedded.EmbeddedChannel;
import io.netty.util.ReferenceCountUtil;
import java.security.SecureRandom;
import java.time.Instant;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicLong;
import java.util.concurrent.atomic.AtomicReference;
import java.util.stream.Stream;
import matinee.room.MemberId;
import matinee.server.Config.CommandLimits;
import matinee.server.access.Admission;
import matinee.server.fanout.Outbox;
import matinee.server.journal.MemoryJournal;
import matinee.server.journal.RoomId;
import matinee.server.load.Headroom;
import matinee.server.rooms.RoomRegistry;
import matinee.server.rooms.RoomTime;
import matinee.server.rooms.Surroundings;
import matinee.server.telemetry.Meters;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/// The check of all conversations of an event loop, while the conversations go.
final class WatchTest {
  private static final RoomId ROOM = new RoomId("room-of-the-watch");

  private final AtomicLong nanos = new AtomicLong();
  private final Meters meters = new Meters();
  private final RoomTime time = new RoomTime(Instant.EPOCH, nanos::get);
  private final RoomRegistry rooms =
      new RoomRegistry(
          new Surroundings(new MemoryJournal(), time, ByteBufAllocator.DEFAULT, meters),
          new SecureRandom());
  private final AtomicReference<Double> memory = new AtomicReference<>(0.0);
  private final Headroom headroom = new Headroom(memory::get, () -> {}, nanos::get);
  private final Desk desk =
      new Desk(rooms, time, nanos::get, new CommandLimits(20, 40, 200, 2_000), headroom, meters);
  private final EmbeddedChannel channel = new EmbeddedChannel();

  @AfterEach
  void stop() throws Exception {
    channel.finishAndReleaseAll();
    rooms.stop();
  }

  /// A connection that tells everybody of its end as soon as something is written to it.
  private static final class Broken extends ChannelOutboundHandlerAdapter {
    private final List<Conversation> conversations;

    Broken(List<Conversation> conversations) {
      this.conversations = conversations;
    }

    @Override
    public void write(ChannelHandlerContext context, Object message, ChannelPromise promise) {
      ReferenceCountUtil.release(message);
      conversations.forEach(conversation -> conversation.channelInactive(context));
    }
  }

  @Test
  void those_who_are_removed_during_a_check_do_not_keep_it_from_the_others() {
    var outboxes = Stream.generate(() -> new Outbox(channel, meters)).limit(3).toList();
    var conversations = outboxes.stream().map(this::conversation).toList();
    channel.pipeline().addLast(new Broken(conversations));
    conversations.forEach(conversation -> channel.pipeline().addLast(conversation));

    tick(11);

    assertThat(outboxes).allMatch(Outbox::isClosing);
  }

  @Test
  void after_a_check_that_ended_somebody_the_next_one_comes() {
    var first = new Outbox(channel, meters);
    channel.pipeline().addLast(new Broken(List.of()));
    channel.pipeline().addLast(conversation(first));
    tick(11);

    var second = new Outbox(channel, meters);
    channel.pipeline().addLast(conversation(second));
    tick(9);
    var early = second.isClosing();
    tick(1);

    assertThat(first.isClosing()).isTrue();
    assertThat(early).isFalse();
    assertThat(second.isClosing()).isTrue();
  }

  /// A connection whose other side takes nothing.
  private static final class Stuck extends EmbeddedChannel {
    @Override
    protected void doWrite(ChannelOutboundBuffer waiting) {}
  }

  @Test
  @Tag("F-28")
  void while_memory_is_short_those_for_whom_much_waits_are_sent_away_and_nobody_else() {
    var behind = new Stuck();
    var reading = new Stuck();
    var outboxes = List.of(new Outbox(behind, meters), new Outbox(reading, meters));
    behind.pipeline().addLast(conversation(outboxes.getFirst()));
    reading.pipeline().addLast(conversation(outboxes.getLast()));
    outboxes.getFirst().write("x".repeat(70_000));
    outboxes.getLast().write("x".repeat(60_000));

    tick(behind, reading);
    var whileAmple = outboxes.stream().map(Outbox::isClosing).toList();
    memory.set(0.9);
    headroom.look();
    tick(behind, reading);

    assertThat(whileAmple).containsExactly(false, false);
    assertThat(outboxes).extracting(Outbox::isClosing).containsExactly(true, false);
  }

  private static void tick(EmbeddedChannel... channels) {
    for (var it : channels) {
      it.advanceTimeBy(1, TimeUnit.SECONDS);
      it.runScheduledPendingTasks();
    }
  }

  private Conversation conversation(Outbox outbox) {
    var admission = new Admission(ROOM, new MemberId("ann"), "Ann", "127.0.0.1");
    return new Conversation(admission, outbox, desk);
  }

  /// Lets `seconds` pass, then one more check be made.
  private void tick(int seconds) {
    nanos.addAndGet(TimeUnit.SECONDS.toNanos(seconds));
    tick(channel);
  }
}
