package matinee.server.socket;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.LongStream;
import matinee.room.Event;
import matinee.room.Recorded;
import matinee.room.Wish;
import matinee.wire.Decoded;
import matinee.wire.ServerMessage;
import matinee.wire.ServerMessages;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/// Members who do not read: sent away, and the others notice nothing.
final class SlowReaderTest {
  private static final String ENTER = "{\"type\":\"enter\"}";
  private static final int SMALL_BUFFER = 4_096;

  private static final int BURST = 40;
  private static final String TEXT = "漢".repeat(2_000);

  private final List<TestClient> authors = new ArrayList<>();
  private TestServer server;

  @BeforeEach
  void start() throws Exception {
    server = new TestServer();
  }

  @AfterEach
  void stop() throws Exception {
    for (var author : authors) {
      author.close();
    }
    server.close();
  }

  @Test
  void who_lets_more_than_1_mib_gather_is_sent_away_and_nobody_else() throws Exception {
    try (var deaf = deaf()) {
      enter(30);
      int sent = 0;

      while (slowReaders() == 0) {
        sayAll("a-" + sent);
        sent++;
      }

      assertThat(sent).isLessThan(BURST);
      sayAll("after");
    }
  }

  @Test
  void who_takes_nothing_for_10_seconds_while_something_waits_is_sent_away() throws Exception {
    try (var deaf = deaf()) {
      enter(10);
      int seconds = 0;

      while (slowReaders() == 0) {
        sayAll("a-" + seconds);
        server.advance(1);
        seconds++;
        authors.forEach(SlowReaderTest::heartbeat);
        deaf.sendText("{\"type\":\"heartbeat\",\"t0\":1,\"condition\":\"WATCHING\"}");
      }

      assertThat(seconds).isGreaterThanOrEqualTo(10);
      sayAll("after");
    }
  }

  @Test
  void who_begins_to_read_before_it_is_too_late_gets_everything_whole_and_in_order()
      throws Exception {
    try (var late = deaf()) {
      enter(10);
      for (int round = 0; round < 8; round++) {
        sayAll("a-" + round);
      }

      var heard = untilSaid(late, 80);

      long first = heard.getFirst().revision();
      assertThat(heard.stream().map(Recorded::revision))
          .containsExactlyElementsOf(
              LongStream.range(first, first + heard.size()).boxed().toList());
      assertThat(
              heard.stream().map(Recorded::event).filter(Event.Said.class::isInstance).distinct())
          .containsExactly(new Event.Said(TEXT));
    }
  }

  /// What happened until something has been said `count` times.
  private static List<Recorded> untilSaid(RawSocket from, int count) throws IOException {
    var happened = new ArrayList<Recorded>();
    for (int said = 0; said < count; ) {
      var text = from.read().orElseThrow().text();
      if (ServerMessages.decode(text)
          instanceof Decoded.Value<ServerMessage>(ServerMessage.Happened(var recorded))) {
        happened.add(recorded);
        said += recorded.event() instanceof Event.Said ? 1 : 0;
      }
    }
    return happened;
  }

  private RawSocket deaf() throws Exception {
    var deaf = RawSocket.connect(server.port(), SMALL_BUFFER);
    server.upgrade(deaf, "deaf");
    deaf.sendText(ENTER);
    return deaf;
  }

  private void enter(int count) throws Exception {
    for (int i = 0; i < count; i++) {
      authors.add(server.entered("m" + i));
    }
  }

  private void sayAll(String id) throws Exception {
    for (var author : authors) {
      author.ask(id, new Wish.Say(TEXT));
    }
    for (var author : authors) {
      author.await(ServerMessage.Accepted.class);
    }
  }

  private static void heartbeat(TestClient client) {
    try {
      client.heartbeat(1);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private double slowReaders() {
    return server.meters.registry().get("matinee.fanout.slow.readers").counter().count();
  }
}
