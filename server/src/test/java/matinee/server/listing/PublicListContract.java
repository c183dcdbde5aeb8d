package matinee.server.listing;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.sql.SQLException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import matinee.room.Access;
import matinee.room.Author;
import matinee.room.Door;
import matinee.room.Event;
import matinee.room.Evolution;
import matinee.room.Length;
import matinee.room.Media;
import matinee.room.MediaRef;
import matinee.room.MemberId;
import matinee.room.Recorded;
import matinee.room.RegionName;
import matinee.room.RoomState;
import matinee.room.RoomTitle;
import matinee.room.Standing;
import matinee.server.journal.RoomId;
import matinee.server.listing.ListingPage.After;
import matinee.server.people.Village;
import matinee.server.sql.Database;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// What holds of the public list, in whatever database it is written. East and west are two servers
/// that keep rooms; who looks for one asks the west.
abstract class PublicListContract {
  private static final RoomId ROOM = new RoomId("a-room-of-our-own");

  /// No round comes by itself.
  private static final Duration NEVER = Duration.ofDays(1);

  private final Village.Kind kind;
  private final Map<RoomId, RoomState> inEast = new HashMap<>();
  private final Map<RoomId, RoomState> inWest = new HashMap<>();
  @TempDir private Path folder;
  private Village village;
  private PublicList east;
  private PublicList west;

  PublicListContract(Village.Kind kind) {
    this.kind = kind;
  }

  @BeforeEach
  void open() throws SQLException {
    village = new Village(kind, folder);
    east = server(village.database(), "east", inEast);
    west = server(village.otherDatabase(), "west", inWest);
  }

  @AfterEach
  void close() {
    east.close();
    west.close();
    village.close();
  }

  private PublicList server(Database database, String node, Map<RoomId, RoomState> rooms) {
    var list = new PublicList(database, node, village::now, NEVER);
    list.see(() -> Map.copyOf(rooms));
    return list;
  }

  /// Half a second passes on both.
  private void round() {
    village.pass(Duration.ofMillis(500));
    east.round();
    west.round();
  }

  private ListingPage page(String search) {
    return west.page(search, After.FIRST, PublicList.MAX_PAGE);
  }

  private List<RoomId> listed() {
    return page("").rooms().stream().map(Listing::room).toList();
  }

  private RoomState after(RoomState state, Event event) {
    return Evolution.evolve(
        state, new Recorded(state.revision() + 1, village.now(), Author.Room.ROOM, event));
  }

  /// A room that is called `name` and everybody may enter, with so many people in it.
  private RoomState room(String name, int people) {
    var state = RoomState.NEW;
    for (int i = 0; i < people; i++) {
      state = after(state, new Event.Joined(new MemberId("member-" + i), "Somebody " + i));
    }
    return open(state, Access.PUBLIC, name);
  }

  private RoomState open(RoomState state, Access access, String name) {
    var door = new Door(access, 3, Standing.GUEST, new RoomTitle.Titled(name));
    return after(state, new Event.DoorChanged(door));
  }

  @Test
  @Tag("AC1")
  void a_public_room_is_found_at_another_server_with_what_everybody_may_know() {
    var film =
        new Media(
            new MediaRef.Address("https://a.example/b.mp4"), "Nosferatu", Length.Unknown.UNKNOWN);
    inEast.put(ROOM, after(room("Silent night", 2), new Event.MediaLoaded(film)));
    round();

    assertThat(page("").rooms())
        .containsExactly(
            new Listing(
                ROOM,
                Optional.of("Silent night"),
                Optional.of("Nosferatu"),
                2,
                2,
                3,
                Standing.GUEST));
    assertThat(page("").rooms().getFirst().isFull()).isFalse();
  }

  @Test
  @Tag("AC1")
  @Tag("V-05")
  void a_room_is_listed_only_while_everybody_may_come_in_and_somebody_is_there() {
    var room = room("Silent night", 1);
    var notListed =
        Map.of(
            "by link", open(room, Access.LINK, "Silent night"),
            "of the invited", open(room, Access.INVITED, "Silent night"),
            "with a password", open(room, Access.PASSWORD, "Silent night"),
            "locked", after(room, new Event.LockChanged(true)),
            "lost", after(room, new Event.Lost(new MemberId("member-0"))),
            "empty", after(room, new Event.Left(new MemberId("member-0"))),
            "closed", after(room, new Event.Closed()),
            "moved", after(room, new Event.MovedAway(new RegionName("us"))));
    notListed.forEach(
        (why, state) -> {
          inEast.put(ROOM, room);
          round();
          assertThat(listed()).as("before it is " + why).containsExactly(ROOM);

          inEast.put(ROOM, state);
          round();

          assertThat(listed()).as(why).isEmpty();
        });
  }

  @Test
  void a_room_that_nobody_keeps_any_more_is_not_listed() {
    inEast.put(ROOM, room("Silent night", 1));
    round();

    inEast.clear();
    round();

    assertThat(listed()).isEmpty();
    assertThat(village.rows("listing")).isZero();
  }

  @Test
  void a_full_room_is_listed_as_full_with_those_who_are_lost() {
    var full = room("Silent night", 3);
    inEast.put(ROOM, after(full, new Event.Lost(new MemberId("member-0"))));
    round();

    var listing = page("").rooms().getFirst();
    assertThat(listing.here()).isEqualTo(2);
    assertThat(listing.isFull()).isTrue();
  }

  @Test
  void a_room_that_two_servers_keep_is_listed_once_as_the_newer_knows_it() {
    var room = room("Silent night", 1);
    inWest.put(ROOM, room);
    inEast.put(ROOM, open(room, Access.PUBLIC, "Loud night"));
    round();

    assertThat(page("").rooms())
        .extracting(it -> it.name().orElseThrow())
        .containsExactly("Loud night");

    inEast.clear();
    round();

    assertThat(listed()).containsExactly(ROOM);
  }

  @Test
  void the_most_people_come_first_and_each_room_once_however_it_is_read() {
    var all = new ArrayList<RoomId>();
    for (int i = 0; i < 10; i++) {
      var id = new RoomId("a-room-of-our-own-" + i);
      (i % 2 == 0 ? inEast : inWest).put(id, room("Room " + i, i < 3 ? 3 : 1));
      all.add(id);
    }
    round();

    var read = new ArrayList<RoomId>();
    var next = Optional.of(After.FIRST);
    while (next.isPresent()) {
      var page = west.page("", next.get(), 3);
      page.rooms().forEach(it -> read.add(it.room()));
      inEast.put(new RoomId("a-newer-room-%d-x".formatted(read.size())), room("New", 3));
      round();
      next = page.next().map(After::text).map(After::read);
    }

    assertThat(read).containsExactlyElementsOf(all);
  }

  @Test
  void what_is_searched_for_is_found_in_names_and_films_in_whatever_letters() {
    inEast.put(ROOM, room("Фильм: ÄRGER 100%", 1));
    inEast.put(new RoomId("another-room-of-ours"), room("Something 1000", 1));
    round();

    for (var found : List.of("фильм", "ärger", "A\u0308RGER", "100%", "\0", "")) {
      assertThat(page(found).rooms()).as(found).extracting(Listing::room).contains(ROOM);
    }
    assertThat(page("100%").rooms()).hasSize(1);
    for (var nothing : List.of("_", "!", "фильмы", "' or 1=1 --")) {
      assertThat(page(nothing).rooms()).as(nothing).isEmpty();
    }
  }

  @Test
  void what_a_server_listed_that_died_is_not_listed_and_forgotten_later() {
    inEast.put(ROOM, room("Silent night", 1));
    round();

    village.pass(ListingRows.LEASE);
    assertThat(listed()).isEmpty();

    village.pass(ListingRows.KEPT);
    inWest.put(new RoomId("another-room-of-ours"), room("Loud night", 1));
    west.round();
    assertThat(village.rows("listing")).isEqualTo(1);
  }

  @Test
  void a_server_that_was_silent_for_long_lists_what_is_true_then_and_nothing_else() {
    var other = new RoomId("another-room-of-ours");
    inEast.put(ROOM, room("Silent night", 1));
    inEast.put(other, room("Loud night", 1));
    round();

    village.pass(ListingRows.KEPT);
    inEast.remove(other);
    round();

    assertThat(listed()).containsExactly(ROOM);
  }

  @Test
  void a_room_stays_listed_as_long_as_its_server_lives() {
    inEast.put(ROOM, room("Silent night", 1));
    for (int i = 0; i < 20; i++) {
      round();
    }

    assertThat(listed()).containsExactly(ROOM);
  }

  @Test
  void nothing_is_written_where_no_room_is_public_or_nothing_changes() {
    inEast.put(ROOM, open(room("Silent night", 1), Access.LINK, "Silent night"));
    round();

    assertThat(village.rows("listing")).isZero();
    assertThat(village.rows("listing_server")).isZero();
  }

  @Test
  void nothing_is_listed_of_a_server_that_stops() {
    inEast.put(ROOM, room("Silent night", 1));
    round();

    east.close();

    assertThat(listed()).isEmpty();
    assertThat(village.rows("listing_server")).isZero();
  }
}
