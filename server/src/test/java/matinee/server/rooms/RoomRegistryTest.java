package matinee.server.rooms;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.netty.buffer.ByteBufAllocator;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Random;
import matinee.room.Length;
import matinee.room.Media;
import matinee.room.MediaRef;
import matinee.room.Member;
import matinee.room.MemberId;
import matinee.room.Moment;
import matinee.room.Playback;
import matinee.room.RegionName;
import matinee.room.RoomState;
import matinee.room.Stage;
import matinee.room.Wish;
import matinee.server.journal.MemoryJournal;
import matinee.server.journal.RoomId;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/// Rooms in memory and rooms in the journal.
final class RoomRegistryTest {
  private static final Media FILM =
      new Media(
          new MediaRef.Address("https://example.org/a.mp4"), "A", new Length.Known(7_200_000));

  private static final Duration AGES = Duration.ofSeconds(30);

  private final VirtualTime time = new VirtualTime();
  private final MemoryJournal journal = new MemoryJournal();
  private final FakeConnection ann = new FakeConnection("ann");

  private RoomRegistry startedAt(Instant start) {
    return new RoomRegistry(
        new Surroundings(journal, time.from(start), ByteBufAllocator.DEFAULT, new UnmeteredRooms()),
        new Random(7));
  }

  private static Playback playback(RoomRegistry rooms, RoomId room) {
    return ((Stage.Loaded) rooms.state(room).orElseThrow().stage()).playback();
  }

  private void awaitRevision(RoomRegistry rooms, RoomId room, long revision) {
    await()
        .atMost(Duration.ofSeconds(10))
        .until(() -> rooms.state(room).map(RoomState::revision).orElseThrow() >= revision);
  }

  /// A room in which ann is watching.
  private RoomId playing(RoomRegistry rooms) {
    var room = rooms.create(FILM);
    rooms.post(room, ann.enter());
    rooms.post(room, ann.ask("a-1", 1, new Wish.ReportReady(Length.Unknown.UNKNOWN)));
    rooms.post(room, ann.ask("a-2", 1, new Wish.Play()));
    awaitRevision(rooms, room, 4);
    return room;
  }

  @Test
  void a_new_room_has_its_film_before_anybody_comes() {
    var rooms = startedAt(VirtualTime.START);

    var room = rooms.create(FILM);

    assertThat(rooms.exists(room)).isTrue();
    assertThat(playback(rooms, room)).isEqualTo(new Playback.Paused(0, 1.0));
    assertThat(rooms.state(rooms.create())).map(RoomState::stage).contains(Stage.Idle.IDLE);
  }

  @Test
  void a_room_that_nobody_made_does_not_exist() {
    var rooms = startedAt(VirtualTime.START);
    var unknown = RoomId.random(new Random(3));

    rooms.post(unknown, ann.enter());

    assertThat(rooms.exists(unknown)).isFalse();
    assertThat(rooms.state(unknown)).isEmpty();
    assertThat(rooms.chat(unknown, Long.MAX_VALUE, 10).events()).isEmpty();
    await().atMost(Duration.ofSeconds(10)).until(() -> ann.closeCode() == 1011);
  }

  @Test
  @Tag("CH1")
  void a_chat_is_read_backwards_page_by_page() {
    var rooms = startedAt(VirtualTime.START);
    var room = playing(rooms);
    for (int i = 0; i < 4; i++) {
      rooms.post(room, ann.ask("say-" + i, 4, new Wish.Say("line " + i)));
    }
    awaitRevision(rooms, room, 8);

    var newest = rooms.chat(room, Long.MAX_VALUE, 3);
    var older = rooms.chat(room, 6, 3);

    assertThat(newest.events()).hasSize(3).allMatch(it -> it.contains("\"type\":\"said\""));
    assertThat(older.events())
        .extracting(it -> it.replaceAll("\\{\"type\":\"([a-zA-Z]+)\".*", "$1"))
        .containsExactly("joined", "playbackChanged", "said");
  }

  @Test
  @Tag("PB9")
  void a_room_that_nobody_kept_for_longer_than_60_seconds_stands_where_it_was_kept_last() {
    var room = playing(startedAt(VirtualTime.START));
    var lastKept = VirtualTime.START.plusSeconds(100);
    journal.markAlive(lastKept);

    var later = startedAt(lastKept.plusSeconds(61));
    var back = new FakeConnection("ann");
    later.post(room, back.enter());
    awaitRevision(later, room, 5);

    long watched = 100_000 - Moment.leadFor(Duration.ZERO).toMillis();
    assertThat(playback(later, room)).isEqualTo(new Playback.Paused(watched, 1.0));
  }

  @Test
  @Tag("PB9")
  void after_a_shorter_absence_people_have_gone_on_watching() {
    var room = playing(startedAt(VirtualTime.START));
    var lastKept = VirtualTime.START.plusSeconds(100);
    journal.markAlive(lastKept);

    var later = startedAt(lastKept.plusSeconds(60));
    later.post(room, new FakeConnection("ann").enter());
    later.post(room, new FakeConnection("bob").enter());
    awaitRevision(later, room, 5);

    assertThat(playback(later, room)).isInstanceOf(Playback.Playing.class);
  }

  @Test
  void a_stop_does_what_has_been_asked_for_and_writes_the_state_down() throws Exception {
    var rooms = startedAt(VirtualTime.START);
    var room = rooms.create(FILM);
    rooms.post(room, ann.enter());
    for (int i = 0; i < 50; i++) {
      rooms.post(room, ann.ask("a-" + i, 1, new Wish.Say("line " + i)));
    }

    rooms.stop();
    boolean taken = rooms.post(room, ann.ask("late", 1, new Wish.Say("too late")));

    var history = journal.find(room).orElseThrow();
    assertThat(taken).isFalse();
    assertThat(journal.head(history)).isEqualTo(52);
    assertThat(journal.snapshot(history))
        .hasValueSatisfying(it -> assertThat(it.revision()).isEqualTo(52));
  }

  @Test
  @Tag("RG3")
  void all_are_told_where_the_room_is_and_each_when_to_come_there() {
    var rooms = startedAt(VirtualTime.START);
    var room = playing(rooms);
    var bob = new FakeConnection("bob");
    var telephone = FakeConnection.companion("bob", "telephone");
    var all = List.of(ann, bob, telephone);
    rooms.post(room, bob.enter());
    rooms.post(room, telephone.enter());
    rooms.post(room, ann.ask("a-3", 1, new Wish.MoveRoom(new RegionName("us"))));
    await().atMost(AGES).until(() -> rooms.moved().equals(List.of(room)));

    rooms.departMoved(room, "us");
    await().atMost(AGES).until(() -> all.stream().allMatch(one -> one.closeCode() == 4004));

    assertThat(all.stream().map(FakeConnection::closeReason))
        .containsExactlyInAnyOrder(
            "region=us retry-after-ms=0",
            "region=us retry-after-ms=1",
            "region=us retry-after-ms=2");
  }

  @Test
  @Tag("RG3")
  void whoever_comes_before_the_room_has_arrived_is_not_told_to_come_at_once() {
    var rooms = startedAt(VirtualTime.START);
    var room = playing(rooms);
    var bob = new FakeConnection("bob");
    rooms.post(room, ann.ask("a-3", 1, new Wish.MoveRoom(new RegionName("us"))));

    rooms.post(room, bob.enter());
    await().atMost(AGES).until(() -> bob.closeCode() == 4004);

    assertThat(bob.closeReason()).doesNotContain("retry-after-ms", "region=");
  }

  @Test
  @Tag("HO1")
  void rooms_do_not_mix() {
    var rooms = startedAt(VirtualTime.START);
    var one = rooms.create(FILM);
    var other = rooms.create(FILM);
    var bob = new FakeConnection("bob");

    rooms.post(one, ann.enter());
    rooms.post(other, bob.enter());
    awaitRevision(rooms, one, 2);
    awaitRevision(rooms, other, 2);

    assertThat(members(rooms, one)).containsExactly(new MemberId("ann"));
    assertThat(members(rooms, other)).containsExactly(new MemberId("bob"));
  }

  private static List<MemberId> members(RoomRegistry rooms, RoomId room) {
    return rooms.state(room).orElseThrow().members().stream().map(Member::id).toList();
  }
}
