package matinee.server.http;

import static org.assertj.core.api.Assertions.assertThat;

import io.netty.buffer.ByteBufAllocator;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicReference;
import matinee.room.MemberId;
import matinee.server.Config;
import matinee.server.access.FilmGrant;
import matinee.server.access.Pass;
import matinee.server.audit.AuditTrail;
import matinee.server.journal.ReadsOfJournal;
import matinee.server.journal.RoomId;
import matinee.server.journal.SqlJournal;
import matinee.server.library.Films;
import matinee.server.rooms.RoomRegistry;
import matinee.server.rooms.RoomTime;
import matinee.server.rooms.Surroundings;
import matinee.server.telemetry.Meters;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// Who may read a film: at the server that keeps the room, and at another that has only the
/// database.
final class FilmAccessTest {
  private static final List<String> THE_ROOM = List.of("find", "snapshot", "since");
  private static final List<String> NOTHING = List.of();

  @TempDir private Path data;
  private final SecureRandom chance = new SecureRandom();
  private final AtomicReference<Instant> now = new AtomicReference<>(Instant.now());
  private House house;
  private Films films;
  private ReadsOfJournal reads;
  private FilmAccess elsewhere;
  private String film = "";
  private String room = "";

  @BeforeEach
  void start() throws Exception {
    house = new House(data);
    film = house.upload("film.webm", Samples.webm(1_000, 1)).json().path("film").asString();
    room = house.room(film);
    reads = new ReadsOfJournal(new SqlJournal(house.database()));
    var time = new RoomTime(now.get(), System::nanoTime);
    var around = new Surroundings(reads.journal(), time, ByteBufAllocator.DEFAULT, new Meters());
    var limits =
        new Config.UploadLimits(House.MAX_FILM, House.MAX_FILM, House.MAX_FILM, Duration.ofDays(1));
    var trail = new AuditTrail(house.database(), head -> "signed " + head);
    films = new Films(house.films(), house.database(), trail, limits, chance, now::get);
    elsewhere = new FilmAccess(new RoomRegistry(around, chance), films, (_, _) -> true, now::get);
    reads.taken();
  }

  @AfterEach
  void stop() throws Exception {
    films.close();
    house.close();
  }

  private FilmGrant grant(Guest guest) {
    var until = now.get().plus(Duration.ofHours(1));
    return new FilmGrant(new RoomId(room), Pass.of(new MemberId(guest.member())), film, until);
  }

  private void pass(Duration by) {
    now.updateAndGet(then -> then.plus(by));
  }

  /// The film that `grant` is good for, at the server that does not keep the room.
  private Optional<String> elsewhere(FilmGrant grant) {
    return elsewhere.showing(grant).map(it -> it.film().id().value());
  }

  @Test
  void where_the_room_is_not_kept_many_ranges_ask_the_database_once_in_two_seconds()
      throws Exception {
    try (var ann = house.enter(room)) {
      var grant = grant(ann);

      assertThat(elsewhere(grant)).contains(film);
      assertThat(reads.taken()).isEqualTo(THE_ROOM);
      pass(FilmAccess.REMEMBERED.minusMillis(1));
      assertThat(elsewhere(grant)).contains(film);
      assertThat(reads.taken()).isEqualTo(NOTHING);
      pass(Duration.ofMillis(1));
      assertThat(elsewhere(grant)).contains(film);
      assertThat(reads.taken()).isEqualTo(THE_ROOM);
    }
  }

  @Test
  void where_the_room_is_not_kept_who_has_left_it_has_lost_the_film_two_seconds_later()
      throws Exception {
    try (var _ = house.enter(room);
        var bob = house.enter(room)) {
      var grant = grant(bob);
      assertThat(elsewhere(grant)).contains(film);

      bob.leave();
      pass(FilmAccess.REMEMBERED);

      assertThat(elsewhere(grant)).isEmpty();
    }
  }

  @Test
  void where_the_room_is_not_kept_who_had_left_it_and_is_back_has_the_film_at_once()
      throws Exception {
    try (var _ = house.enter(room);
        var bob = house.enter(room)) {
      var grant = grant(bob);
      bob.leave();
      assertThat(elsewhere(grant)).isEmpty();

      try (var _ = bob.again()) {
        assertThat(elsewhere(grant)).contains(film);
      }
    }
  }

  @Test
  void where_the_room_is_kept_who_has_left_it_has_lost_the_film_at_once() throws Exception {
    try (var _ = house.enter(room);
        var bob = house.enter(room)) {
      var url = bob.address(film).json().path("url").asString();
      assertThat(house.get(url).status()).isEqualTo(200);

      bob.leave();

      assertThat(house.get(url).status()).isEqualTo(403);
    }
  }

  @Test
  @Tag("A-16")
  void who_is_put_out_or_banned_and_all_whose_room_is_closed_lose_the_film() throws Exception {
    try (var ann = house.enter(room);
        var bob = house.enter(room)) {
      for (var order : List.of("kick", "ban")) {
        var back = bob.again();
        var grant = grant(back);
        var url = back.address(film).json().path("url").asString();
        assertThat(elsewhere(grant)).contains(film);

        ann.send(
            "{\"type\":\"%s\",\"id\":\"%s\",\"seen\":1,\"member\":\"%s\"}"
                .formatted(order, order, bob.member()));
        ann.hear(order.equals("kick") ? "kicked" : "banned");
        pass(FilmAccess.REMEMBERED);

        assertThat(elsewhere(grant)).as(order).isEmpty();
        assertThat(house.get(url).status()).as(order).isEqualTo(403);
      }
      var grant = grant(ann);
      var url = ann.address(film).json().path("url").asString();
      assertThat(elsewhere(grant)).contains(film);

      ann.send("{\"type\":\"closeRoom\",\"id\":\"close\",\"seen\":1}");
      ann.hear("closed");
      pass(FilmAccess.REMEMBERED);

      assertThat(elsewhere(grant)).isEmpty();
      assertThat(house.get(url).status()).isEqualTo(403);
    }
  }

  @Test
  void an_address_that_is_over_is_over_though_it_was_good_a_moment_ago() throws Exception {
    try (var ann = house.enter(room)) {
      var until = now.get().plusMillis(1);
      var grant = new FilmGrant(new RoomId(room), Pass.of(new MemberId(ann.member())), film, until);
      assertThat(elsewhere(grant)).contains(film);

      pass(Duration.ofMillis(1));

      assertThat(elsewhere(grant)).isEmpty();
    }
  }
}
