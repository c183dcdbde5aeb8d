package matinee.server.viewings;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.security.SecureRandom;
import java.sql.SQLException;
import java.time.Duration;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.IntStream;
import matinee.room.Author;
import matinee.room.Cause;
import matinee.room.Event;
import matinee.room.Evolution;
import matinee.room.Length;
import matinee.room.Media;
import matinee.room.MediaRef;
import matinee.room.MemberId;
import matinee.room.Playback;
import matinee.room.Provider;
import matinee.room.Recorded;
import matinee.room.RoomState;
import matinee.room.Timeline;
import matinee.server.accounts.Account;
import matinee.server.audit.AuditTrail;
import matinee.server.journal.RoomId;
import matinee.server.people.Village;
import matinee.server.places.Permit;
import matinee.server.places.Places;
import matinee.server.places.Trace;
import matinee.server.sql.Database;
import matinee.server.whereabouts.Sighting;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// What holds of what people have watched, in whatever database it is written. Ann is signed in at
/// one server, and reads at the other.
abstract class ViewingsContract {
  private static final RoomId ROOM = new RoomId("a-room-of-our-own");
  private static final int MOST = 3;
  private static final long HOUR_MS = 3_600_000;
  private static final Media SEA = film("sea", new Length.Known(HOUR_MS));

  /// No round comes by itself.
  private static final Duration NEVER = Duration.ofDays(1);

  private final Village.Kind kind;
  private final Map<RoomId, RoomState> rooms = new HashMap<>();
  private final Set<Sighting> here = new HashSet<>();
  @TempDir private Path folder;
  private Village village;
  private Places places;
  private Viewings one;
  private Viewings other;
  private Account ann;

  ViewingsContract(Village.Kind kind) {
    this.kind = kind;
  }

  @BeforeEach
  void open() throws SQLException {
    village = new Village(kind, folder);
    places =
        new Places(
            village.database(),
            new AuditTrail(village.database(), head -> "signed " + head),
            village::now);
    one = server(village.database());
    other = server(village.otherDatabase());
    one.see(() -> Set.copyOf(here), room -> Optional.ofNullable(rooms.get(room)));
    ann = village.person("Ann");
  }

  @AfterEach
  void close() {
    one.close();
    other.close();
    village.close();
  }

  private Viewings server(Database database) {
    return new Viewings(database, village::now, new SecureRandom(), MOST, NEVER);
  }

  private static Media film(String name, Length length) {
    return new Media(new MediaRef.Address("https://a.example/" + name + ".mp4"), name, length);
  }

  private void happens(RoomId room, Event event) {
    rooms.merge(
        room,
        RoomState.NEW,
        (state, _) ->
            Evolution.evolve(
                state, new Recorded(state.revision() + 1, village.now(), Author.Room.ROOM, event)));
  }

  private Event playing(long fromMs) {
    var playback = new Playback.Playing(new Timeline(village.now(), fromMs, 1));
    return new Event.PlaybackChanged(Cause.PLAYED, playback);
  }

  private static Event paused(long positionMs) {
    return new Event.PlaybackChanged(Cause.PAUSED, new Playback.Paused(positionMs, 1));
  }

  /// Ann comes into `room`, with a place of her account's.
  private void enter(RoomId room) {
    rooms.putIfAbsent(room, RoomState.NEW);
    var arrival =
        new Places.Arrival(
            room, new MemberId("ann-" + room.value()), "Ann", Trace.of(ann.id()), Village.ORIGIN);
    var _ = places.of(ann.id(), arrival, Optional.empty(), Permit.FREE);
    happens(room, new Event.Joined(arrival.fresh(), "Ann"));
    here.add(in(room));
  }

  private Sighting in(RoomId room) {
    return new Sighting(ann.id(), Optional.of(room));
  }

  private void guest(String name) {
    happens(ROOM, new Event.Joined(new MemberId(name), name));
  }

  private void plays(RoomId room, Media media, long fromMs) {
    happens(room, new Event.MediaLoaded(media));
    happens(room, playing(fromMs));
  }

  /// Seconds pass, with a look at each.
  private void pass(int seconds) {
    for (int i = 0; i < seconds; i++) {
      one.round();
      village.pass(Duration.ofSeconds(1));
    }
    one.round();
  }

  private List<Viewing> read() {
    return other.page(ann.id(), 0, Viewings.MAX_PAGE).viewings();
  }

  private List<String> titles() {
    return read().stream().map(it -> it.media().title()).toList();
  }

  @Test
  @Tag("T4")
  void what_was_watched_for_ten_seconds_is_kept_with_whoever_was_there_and_where_it_stopped() {
    enter(ROOM);
    guest("Ben");
    var begun = village.now();
    plays(ROOM, SEA, 60_000);

    pass(9);
    assertThat(read()).isEmpty();
    pass(1);

    var kept = read().getFirst();
    assertThat(kept)
        .isEqualTo(
            new Viewing(
                kept.id(), ROOM, SEA, 70_000, begun, begun.plusSeconds(10), List.of("Ben")));
  }

  @Test
  void it_goes_on_with_who_comes_later_at_most_every_ten_seconds() {
    enter(ROOM);
    plays(ROOM, SEA, 0);
    pass(10);
    guest("Ben");

    pass(9);
    assertThat(read().getFirst().positionMs()).isEqualTo(10_000);
    pass(1);

    assertThat(read()).hasSize(1);
    assertThat(read().getFirst().positionMs()).isEqualTo(20_000);
    assertThat(read().getFirst().company()).containsExactly("Ben");
  }

  @Test
  void what_is_looked_for_in_a_film_that_stands_is_not_watched() {
    enter(ROOM);
    plays(ROOM, SEA, 0);
    pass(12);
    happens(ROOM, paused(12_345));
    pass(1);
    happens(ROOM, paused(HOUR_MS / 2));
    pass(20);

    assertThat(read().getFirst().positionMs()).isEqualTo(12_345);
    assertThat(read().getFirst().last()).isEqualTo(village.now().minusSeconds(21));
  }

  @Test
  void who_leaves_before_it_is_written_down_is_not_forgotten_nor_when_the_server_stops() {
    enter(ROOM);
    plays(ROOM, SEA, 0);
    pass(14);
    here.clear();
    pass(6);
    assertThat(read().getFirst().positionMs()).isEqualTo(14_000);

    here.add(in(ROOM));
    pass(15);
    one.close();

    assertThat(read().getFirst().positionMs()).isEqualTo(35_000);
  }

  @Test
  void who_comes_back_to_it_has_one_line_with_all_who_were_ever_there() {
    enter(ROOM);
    guest("Ben");
    var begun = village.now();
    plays(ROOM, SEA, 0);
    pass(10);
    here.clear();
    pass(10);
    happens(ROOM, new Event.Left(new MemberId("Ben")));
    guest("Carl");
    here.add(in(ROOM));
    pass(11);

    assertThat(read()).hasSize(1);
    assertThat(read().getFirst().first()).isEqualTo(begun);
    assertThat(read().getFirst().company()).containsExactlyInAnyOrder("Ben", "Carl");
  }

  @Test
  void of_many_only_twenty_names_are_kept() {
    enter(ROOM);
    IntStream.range(0, 50).forEach(i -> guest("Guest-" + i));
    plays(ROOM, SEA, 0);

    pass(10);

    assertThat(read().getFirst().company()).hasSize(Viewing.MOST_COMPANY).doesNotContain("Ann");
  }

  @Test
  void every_kind_of_media_is_read_as_it_was_written() {
    var media =
        List.of(
            new Media(new MediaRef.Upload("film-1"), "Upload", Length.Unknown.UNKNOWN),
            new Media(new MediaRef.Embed(Provider.YOUTUBE, "id"), "Embed", SEA.length()),
            new Media(
                new MediaRef.OwnCopy(7, "a".repeat(32), "b".repeat(64)), "Own copy", SEA.length()),
            SEA);
    enter(ROOM);
    for (var it : media) {
      plays(ROOM, it, 0);
      pass(20);

      assertThat(read().getFirst().media()).isEqualTo(it);
    }
  }

  @Test
  void of_more_than_are_kept_the_oldest_go() {
    enter(ROOM);
    for (int i = 0; i <= MOST; i++) {
      plays(ROOM, film("film-" + i, SEA.length()), 0);
      pass(20);
    }

    assertThat(titles()).containsExactly("film-3", "film-2", "film-1");
    assertThat(other.page(ann.id(), 1, 1).viewings())
        .extracting(it -> it.media().title())
        .containsExactly("film-2");
    assertThat(other.page(ann.id(), 1, 1).total()).isEqualTo(MOST);
  }

  @Test
  void unfinished_is_what_is_neither_hardly_begun_nor_almost_over_in_whichever_room_it_was_last() {
    enter(ROOM);
    var again = new RoomId("another-room-of-ours");
    enter(again);
    plays(ROOM, film("begun", SEA.length()), 10_000);
    plays(again, SEA, HOUR_MS / 2);
    pass(20);
    here.remove(in(again));
    plays(ROOM, SEA, HOUR_MS / 4);
    pass(20);

    var unfinished = other.unfinished(ann.id(), 0, 10);

    assertThat(unfinished.viewings()).extracting(Viewing::room).containsExactly(ROOM);
    assertThat(unfinished.total()).isEqualTo(1);
    plays(ROOM, SEA, HOUR_MS - 60_000);
    pass(20);
    assertThat(other.unfinished(ann.id(), 0, 10).viewings()).isEmpty();
  }

  @Test
  void what_is_forgotten_does_not_come_back_by_itself() {
    enter(ROOM);
    plays(ROOM, SEA, 0);
    pass(14);
    here.clear();
    pass(1);
    var stranger = village.person("Otto");
    var id = read().getFirst().id();
    other.forget(stranger.id(), id);
    assertThat(read()).hasSize(1);

    other.forget(ann.id(), id);
    pass(20);

    assertThat(read()).isEmpty();
  }

  @Test
  void all_of_one_person_is_forgotten_at_once() {
    enter(ROOM);
    plays(ROOM, SEA, 0);
    pass(10);

    other.forgetAll(ann.id());

    assertThat(read()).isEmpty();
  }

  @Test
  @Tag("V-09")
  void who_wants_nothing_kept_has_nothing_written_and_of_what_is_watched_later_only_that() {
    enter(ROOM);
    plays(ROOM, SEA, 0);
    other.keep(ann.id(), false);
    pass(60);
    assertThat(read()).isEmpty();
    assertThat(other.page(ann.id(), 0, 1).isKept()).isFalse();

    other.keep(ann.id(), true);
    pass(21);

    assertThat(other.page(ann.id(), 0, 1).isKept()).isTrue();
    assertThat(read().getFirst().first()).isAfterOrEqualTo(village.now().minusSeconds(31));
  }

  @Test
  void who_is_signed_in_but_not_in_the_room_watches_nothing() {
    enter(ROOM);
    happens(ROOM, new Event.Left(new MemberId("ann-" + ROOM.value())));
    plays(ROOM, SEA, 0);

    pass(20);

    assertThat(read()).isEmpty();
  }

  @Test
  @Tag("V-09")
  void what_was_written_while_the_account_was_deleted_is_removed_when_its_person_is_gone() {
    enter(ROOM);
    plays(ROOM, SEA, 0);
    pass(10);
    village.delete(ann); // knows nothing of viewings
    assertThat(village.rows("viewing")).isEqualTo(1);

    here.clear();
    pass(1);

    assertThat(village.rows("viewing")).isZero();
  }

  @Test
  @Tag("V-09")
  void nothing_is_left_or_written_of_who_is_gone() {
    enter(ROOM);
    plays(ROOM, SEA, 0);
    pass(10);
    other.keep(ann.id(), false);
    village.delete(ann);
    var _ =
        village
            .database()
            .write(
                session -> {
                  one.forget(session, ann.id());
                  return true;
                });

    pass(20);

    assertThat(List.of(village.rows("viewing"), village.rows("viewing_off")))
        .containsExactly(0L, 0L);
  }

  private List<FriendsViewing> seenBy(Account person) {
    return other.ofFriends(person.id(), 50);
  }

  /// Ann watches `film`, an upload, for ten seconds, and goes.
  private MediaRef.Upload watches(String where, String film) {
    var room = new RoomId("a-room-of-the-" + where);
    var ref = new MediaRef.Upload(film);
    enter(room);
    plays(room, new Media(ref, film, new Length.Known(HOUR_MS)), 0);
    pass(10);
    here.clear();
    return ref;
  }

  @Test
  void friends_see_what_one_watched_since_one_let_them_the_latest_first_and_nobody_else_does() {
    var ben = village.person("Ben");
    var carl = village.person("Carl");
    village.befriend(ann, ben);
    watches("before", "before");
    pass(1);
    one.show(ann.id(), true);
    assertThat(other.page(ann.id(), 0, 1).isShown()).isTrue();
    enter(ROOM);
    plays(ROOM, SEA, 0);
    pass(10);
    here.clear();
    var night = watches("night", "night");
    var nightAt = village.now();
    village.pass(Duration.ofMinutes(1));
    var dark = watches("dark", "dark");
    var darkAt = village.now();

    assertThat(seenBy(ben))
        .containsExactly(
            new FriendsViewing(ann.id(), "Ann", dark, darkAt, true),
            new FriendsViewing(ann.id(), "Ann", night, nightAt, false));
    assertThat(seenBy(carl)).isEmpty();
    assertThat(seenBy(ann)).isEmpty();
  }

  @Test
  void what_is_hidden_again_forgotten_or_two_weeks_old_is_seen_by_no_friend() {
    var ben = village.person("Ben");
    village.befriend(ann, ben);
    one.show(ann.id(), true);
    watches("night", "night");
    assertThat(seenBy(ben)).hasSize(1);

    one.show(ann.id(), false);
    assertThat(seenBy(ben)).isEmpty();
    village.pass(Duration.ofSeconds(1));
    one.show(ann.id(), true);
    assertThat(seenBy(ben)).isEmpty();

    watches("again", "night");
    assertThat(seenBy(ben)).hasSize(1);
    village.pass(Viewings.LATELY.plusSeconds(1));
    assertThat(seenBy(ben)).isEmpty();

    watches("dark", "dark");
    assertThat(seenBy(ben)).hasSize(1);
    other.forgetAll(ann.id());
    assertThat(seenBy(ben)).isEmpty();
  }

  @Test
  void who_is_a_friend_no_more_sees_nothing() {
    var ben = village.person("Ben");
    village.befriend(ann, ben);
    one.show(ann.id(), true);
    watches("night", "night");

    var _ = village.one().remove(ann, ben.id());

    assertThat(seenBy(ben)).isEmpty();
  }
}
