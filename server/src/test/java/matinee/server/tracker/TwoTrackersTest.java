package matinee.server.tracker;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.nio.file.Path;
import java.security.SecureRandom;
import java.sql.SQLException;
import java.time.InstantSource;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;
import java.util.function.Supplier;
import matinee.server.journal.RoomId;
import matinee.server.people.Village;
import matinee.server.sql.Database;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.ObjectNode;

/// Trackers of two servers with one database.
final class TwoTrackersTest {
  private static final String ANN = "ann-ann-ann-ann-ann-";
  private static final String BEN = "ben\u00ff\u0000-ben-ben-ben-be";
  private static final RoomId ROOM = new RoomId("a-room-of-our-own");
  private static final long PATIENCE_S = 20;

  @TempDir private Path folder;
  private Village village;
  private Introductions one;
  private Introductions other;
  private Tracker first;
  private Tracker second;
  private String hash = "";

  @BeforeEach
  void open() throws SQLException {
    village = new Village(Village.Kind.POSTGRESQL, folder);
    one = server(village.database(), "one");
    other = server(village.otherDatabase(), "other");
    first = one.begin(_ -> true, System::nanoTime, new NoMeter());
    second = other.begin(_ -> true, System::nanoTime, new NoMeter());
    hash = one.hashes().issue().hash().binary();
  }

  @AfterEach
  void close() {
    first.close();
    second.close();
    village.close();
  }

  private static Introductions server(Database database, String node) {
    return new Introductions(database, node, InstantSource.system(), new SecureRandom());
  }

  private static final class NoMeter implements TrackerMeter {
    @Override
    public void open(int sockets) {}

    @Override
    public void announced() {}

    @Override
    public void passedOn() {}

    @Override
    public void cut(Ending why) {}
  }

  /// A socket that is always read.
  private static final class Line implements Outlet {
    private final BlockingQueue<JsonNode> sent = new LinkedBlockingQueue<>();

    @Override
    public boolean send(String text) {
      return sent.add(JsonMapper.shared().readTree(text));
    }

    @Override
    public void cut(Ending why) {}

    @Override
    public <T> boolean ask(Supplier<T> question, Consumer<T> then) {
      then.accept(question.get());
      return true;
    }

    JsonNode next() throws InterruptedException {
      return Optional.ofNullable(sent.poll(PATIENCE_S, TimeUnit.SECONDS)).orElseThrow();
    }
  }

  private ObjectNode message(String peer) {
    var json = JsonNodeFactory.instance.objectNode().put("action", "announce");
    return json.put("info_hash", hash).put("peer_id", peer);
  }

  private String offering(String peer) {
    var json = message(peer);
    var offer = json.putArray("offers").addObject().put("offer_id", "o-1");
    offer.putObject("offer").put("type", "offer").put("sdp", "v=0 " + peer);
    return json.toString();
  }

  private String answering(String peer, String to) {
    var json = message(peer).put("to_peer_id", to).put("offer_id", "o-1");
    json.putObject("answer").put("type", "answer").put("sdp", "v=0 " + peer);
    return json.toString();
  }

  private int count(Tracker tracker) {
    var of = InfoHash.ofBinary(new Binary(hash));
    assertThat(tracker.swarms().areGood(List.of(of))).isTrue();
    return tracker.swarms().find(of).orElseThrow().count().incomplete();
  }

  @Test
  @Tag("TR8")
  void peers_at_two_servers_are_introduced() throws Exception {
    var ann = new Line();
    var ben = new Line();
    var annThere = first.enter(ann);
    annThere.hear(message(ANN).toString());
    ann.next();
    await().until(this::isWritten);

    second.enter(ben).hear(offering(BEN));
    var counted = ben.next();
    var offered = ann.next();
    annThere.hear(answering(ANN, BEN));
    var answered = ben.next();

    assertThat(counted.path("incomplete").asInt()).isEqualTo(2);
    assertThat(offered.path("peer_id").asString()).isEqualTo(BEN);
    assertThat(offered.path("offer").path("sdp").asString()).isEqualTo("v=0 " + BEN);
    assertThat(answered.path("peer_id").asString()).isEqualTo(ANN);
    assertThat(answered.path("answer").path("sdp").asString()).isEqualTo("v=0 " + ANN);
  }

  private boolean isWritten() {
    return village
        .database()
        .read(
            session -> {
              try (var rows = session.statement("select count(*) from swarm_peer").executeQuery()) {
                return rows.next() && rows.getInt(1) == 1;
              }
            });
  }

  @Test
  @Tag("TR8")
  @Tag("TR5")
  void nobody_is_called_as_a_peer_of_another_server() throws Exception {
    first.enter(new Line()).hear(message(ANN).toString());
    await().until(this::isWritten);
    var forger = new Line();

    second.enter(forger).hear(message(ANN).toString());

    assertThat(forger.next().path("failure reason").asString()).contains("somebody else");
  }

  @Test
  @Tag("TR8")
  void who_leaves_one_server_is_soon_unknown_at_the_other() throws Exception {
    var ann = first.enter(new Line());
    ann.hear(message(ANN).toString());
    await().until(this::isWritten);
    second.enter(new Line()).hear(message(BEN).toString());
    assertThat(count(second)).isEqualTo(2);

    ann.leave();

    await().until(() -> count(second) == 1);
  }

  @Test
  @Tag("TR8")
  @Tag("TR1")
  void a_hash_is_good_at_each_server_and_of_one_room() {
    var issued = one.hashes().issue(ROOM, Optional.empty());
    var hashOfRoom = ((Issuing.Done) issued).issued().hash();

    assertThat(other.hashes().find(hashOfRoom)).map(Issued::room).hasValue(Optional.of(ROOM));
    assertThat(other.hashes().issue(ROOM, Optional.of(hashOfRoom)))
        .isInstanceOf(Issuing.Done.class);
    assertThat(other.hashes().issue(new RoomId("another-room-of-ours"), Optional.of(hashOfRoom)))
        .isEqualTo(new Issuing.Taken());
  }
}
