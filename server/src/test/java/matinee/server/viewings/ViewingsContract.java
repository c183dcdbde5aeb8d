package matinee.server.viewings;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.stream.IntStream;
import matinee.room.Event;
import matinee.room.Length;
import matinee.room.Media;
import matinee.room.MediaRef;
import matinee.room.MemberId;
import matinee.room.Provider;
import matinee.server.journal.RoomId;
import matinee.server.people.Village;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/// What holds of what people have watched, in whatever database it is written. Ann is signed in at
/// one server, and reads at the other.
abstract class ViewingsContract extends WatchedRooms {

  ViewingsContract(Village.Kind kind) {
    super(kind);
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
            new Media(new MediaRef.Site("https://a.example/w?v=1"), "Site", SEA.length()),
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
}
