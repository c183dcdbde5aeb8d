package matinee.server.subtitles;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.security.SecureRandom;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;
import matinee.room.MediaRef;
import matinee.room.MemberId;
import matinee.server.journal.RoomId;
import matinee.server.people.Village;
import matinee.server.sql.Database;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// What holds of subtitles that are offered to all, in whatever database they are. They are offered
/// at one server and read at the other.
abstract class RoomSubtitlesContract {
  private static final RoomId ROOM = new RoomId("a-room-of-our-own");
  private static final RoomId OTHER_ROOM = new RoomId("another-room-of-ours");
  private static final MediaRef SEA = new MediaRef.Upload("sea");
  private static final MediaRef HILLS = new MediaRef.Address("https://films.example/hills.mp4");
  private static final MemberId ANN = new MemberId("ann");
  private static final Words WORDS = new Words("sea.srt", Optional.of("en"), "Ünïcode ☂ <b>");

  private final Village.Kind kind;
  @TempDir private Path folder;
  private Village village;
  private Instant now = Instant.parse("2026-11-25T20:15:00Z");
  private RoomSubtitles one;
  private RoomSubtitles other;

  RoomSubtitlesContract(Village.Kind kind) {
    this.kind = kind;
  }

  @BeforeEach
  void open() throws SQLException {
    village = new Village(kind, folder);
    one = server(village.database());
    other = server(village.otherDatabase());
  }

  @AfterEach
  void close() {
    village.close();
  }

  private RoomSubtitles server(Database database) {
    return new RoomSubtitles(database, () -> now, new SecureRandom());
  }

  private Offered offer(RoomId room, MediaRef media) {
    return one.offer(room, media, ANN, WORDS).orElseThrow();
  }

  @Test
  void what_is_offered_at_one_server_is_found_and_read_at_the_other() {
    var offered = offer(ROOM, SEA);

    assertThat(offered.id().value()).matches("[A-Za-z0-9_-]{22}");
    assertThat(other.list(ROOM, SEA)).containsExactly(offered);
    assertThat(other.find(ROOM, offered.id())).hasValue(offered);
    assertThat(other.text(ROOM, offered.id())).hasValue(WORDS.text());
  }

  @Test
  void it_is_there_for_its_media_and_in_its_room_alone() {
    var sea = offer(ROOM, SEA);
    var hills = offer(ROOM, HILLS);

    assertThat(List.of(other.list(ROOM, SEA), other.list(ROOM, HILLS)))
        .containsExactly(List.of(sea), List.of(hills));
    assertThat(other.list(OTHER_ROOM, SEA)).isEmpty();
    assertThat(other.text(OTHER_ROOM, sea.id())).isEmpty();
    other.remove(OTHER_ROOM, sea.id());
    assertThat(one.list(ROOM, SEA)).containsExactly(sea);
  }

  @Test
  void what_is_taken_back_is_gone() {
    var offered = offer(ROOM, SEA);

    other.remove(ROOM, offered.id());

    assertThat(one.list(ROOM, SEA)).isEmpty();
    assertThat(one.text(ROOM, offered.id())).isEmpty();
    assertThat(village.rows("subtitles")).isZero();
  }

  @Test
  void a_room_has_so_many_at_most_whatever_they_are_for() {
    IntStream.range(0, RoomSubtitles.MOST).forEach(at -> offer(ROOM, at % 2 == 0 ? SEA : HILLS));

    assertThat(other.offer(ROOM, SEA, ANN, WORDS)).isEmpty();
    assertThat(other.offer(OTHER_ROOM, SEA, ANN, WORDS)).isPresent();
  }

  @Test
  void after_their_time_they_are_read_no_more_and_go_when_others_come() {
    var old = offer(ROOM, SEA);
    now = now.plus(RoomSubtitles.KEPT).minus(Duration.ofMillis(1));
    assertThat(other.text(ROOM, old.id())).isPresent();
    now = now.plusMillis(1);

    assertThat(other.list(ROOM, SEA)).isEmpty();
    assertThat(other.text(ROOM, old.id())).isEmpty();
    var fresh = offer(OTHER_ROOM, SEA);

    assertThat(village.rows("subtitles")).isEqualTo(1);
    assertThat(other.list(OTHER_ROOM, SEA)).containsExactly(fresh);
  }
}
