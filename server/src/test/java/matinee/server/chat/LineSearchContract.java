package matinee.server.chat;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.Random;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import java.util.stream.LongStream;
import matinee.room.Author;
import matinee.room.CommandId;
import matinee.room.Event;
import matinee.room.MemberId;
import matinee.room.Recorded;
import matinee.server.PasswordsOfRooms;
import matinee.server.journal.Arrival;
import matinee.server.journal.Entry;
import matinee.server.journal.History;
import matinee.server.journal.RoomId;
import matinee.server.journal.Snapshot;
import matinee.server.journal.SqlJournal;
import matinee.server.journal.SqlMoves;
import matinee.server.sql.Database;
import matinee.server.text.Words;
import matinee.wire.Decoded;
import matinee.wire.EventType;
import matinee.wire.Events;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/// Lines of a chat are found by words, whatever keeps them, by two servers on one database.
@Tag("CH9")
abstract class LineSearchContract {
  private static final Instant NOW = Instant.ofEpochMilli(1_790_000_000_000L);
  private static final Author ANN = new Author.ByMember(new MemberId("ann"), new CommandId("a-1"));
  private static final long ALL = Long.MAX_VALUE;

  private final List<Database> open = new ArrayList<>();
  private Database database;
  private SqlJournal journal;
  private LineSearch search;
  private History room;

  /// Where an empty database is.
  abstract String address() throws Exception;

  /// A second server's way to it.
  abstract Database another(Database database);

  Database open(String address) {
    var opened = Database.open(address, (_, _) -> {});
    open.add(opened);
    return opened;
  }

  @BeforeEach
  void open() throws Exception {
    database = open(address());
    journal = new SqlJournal(database);
    search = new LineSearch(database, journal);
    room = journal.create(RoomId.random(new Random(1)), "e1", NOW);
  }

  @AfterEach
  void close() {
    open.forEach(Database::close);
  }

  private static Entry entry(long revision, Event event) {
    var recorded = new Recorded(revision, NOW.plusMillis(revision), ANN, event);
    var about =
        event instanceof Event.OfLine ofLine
            ? OptionalLong.of(ofLine.line())
            : OptionalLong.empty();
    return new Entry(
        revision, recorded.at(), EventType.of(event).wireName(), Events.encode(recorded), about);
  }

  private void happen(Event... events) {
    happen(List.of(events));
  }

  private void happen(List<? extends Event> events) {
    long head = journal.head(room);
    var entries = new ArrayList<Entry>();
    for (var event : events) {
      entries.add(entry(head + entries.size() + 1, event));
    }
    journal.append(room, head, entries);
  }

  private void say(String... texts) {
    happen(List.of(texts).stream().map(Event.Said::new).toList());
  }

  private static Recorded recorded(String line) {
    return ((Decoded.Value<Recorded>) Events.decode(line)).value();
  }

  private static List<Long> revisions(Found found) {
    return found.lines().stream().map(it -> recorded(it).revision()).toList();
  }

  /// What is found once all is indexed.
  private static Found look(LineSearch by, RoomId room, Wanted wanted, long before, int limit) {
    while (true) {
      var found = by.find(room, wanted, before, limit);
      if (found.isPresent()) {
        return found.get();
      }
    }
  }

  private List<Long> find(String text) {
    return revisions(look(search, room.id(), Wanted.of(text), ALL, 50));
  }

  @Test
  void a_line_is_found_with_who_said_it_and_when() {
    say("Shall we begin?", "Ready when you are");

    var found = look(search, room.id(), Wanted.of("ready"), ALL, 50);

    assertThat(found.next()).isEmpty();
    assertThat(found.lines().stream().map(LineSearchContract::recorded))
        .containsExactly(
            new Recorded(2, NOW.plusMillis(2), ANN, new Event.Said("Ready when you are")));
  }

  @Test
  void all_words_are_wanted_and_each_by_its_beginning() {
    say("the film is good", "good night", "a goodbye to films", "film");

    assertThat(find("good")).containsExactly(3L, 2L, 1L);
    assertThat(find("fil goo")).containsExactly(3L, 1L);
    assertThat(find("ood")).isEmpty();
    assertThat(find("film good night")).isEmpty();
    assertThat(find("zebra good")).isEmpty();
  }

  @Test
  void capitals_and_the_ways_to_write_a_letter_make_no_difference() {
    say("Die STRASSE", "die Straße", "ЁЛКА", "елка", "Mu\u0308ller", "MÜLLER", "Muller");

    assertThat(find("straß")).containsExactly(2L, 1L);
    assertThat(find("ёл")).containsExactly(4L, 3L);
    assertThat(find("müller")).containsExactly(6L, 5L);
  }

  @Test
  void an_edited_line_is_found_by_what_it_reads_now_at_its_place() {
    say("helo", "hello");
    assertThat(find("helo")).containsExactly(1L);

    happen(new Event.LineEdited(1, "hello there"), new Event.LineEdited(1, "hello you"));

    assertThat(find("helo")).isEmpty();
    assertThat(find("there")).isEmpty();
    assertThat(find("hello")).containsExactly(2L, 1L);
    assertThat(look(search, room.id(), Wanted.of("you"), ALL, 50).lines())
        .containsExactly(entry(1, new Event.Said("hello you")).body());
  }

  @Test
  void a_removed_line_is_never_found() {
    say("secret", "secret plan", "no plan");
    happen(new Event.LineEdited(2, "secret plans"), new Event.LineRemoved(2, new MemberId("ann")));
    assertThat(find("secret")).containsExactly(1L);

    happen(new Event.LineRemoved(1, new MemberId("ann")));

    assertThat(find("secret")).isEmpty();
    assertThat(find("plan")).containsExactly(3L);
  }

  @Test
  void pages_are_of_so_many_lines_and_go_back() {
    say("x 1", "y", "x 3", "x 4", "x 5");

    var first = look(search, room.id(), Wanted.of("x"), ALL, 2);
    var second = look(search, room.id(), Wanted.of("x"), first.next().orElseThrow(), 2);

    assertThat(revisions(first)).containsExactly(5L, 4L);
    assertThat(revisions(second)).containsExactly(3L, 1L);
    assertThat(second.next()).isEmpty();
    assertThat(look(search, room.id(), Wanted.of("x"), 1, 2)).isEqualTo(Found.NOTHING);
  }

  @Test
  void what_means_something_to_a_database_is_a_text_like_any_other() {
    say("100% sure", "NEAR and far", "a_b", "it's \"here\"", "o'); drop table room; --");

    assertThat(find("100%")).containsExactly(1L);
    assertThat(find("\"near\" AND far*")).containsExactly(2L);
    assertThat(find("b_a")).containsExactly(3L);
    assertThat(find("'); drop")).containsExactly(5L);
    assertThat(find("% sure")).containsExactly(1L);
  }

  @Test
  void a_room_s_lines_are_its_own() {
    say("hello");
    var other = journal.create(RoomId.random(new Random(2)), "e2", NOW);
    journal.append(other, 0, List.of(entry(1, new Event.Said("hello you"))));

    assertThat(look(search, other.id(), Wanted.of("hello"), ALL, 50).lines())
        .containsExactly(entry(1, new Event.Said("hello you")).body());
    assertThat(find("you")).isEmpty();
    assertThat(look(search, RoomId.random(new Random(3)), Wanted.of("hello"), ALL, 50))
        .isEqualTo(Found.NOTHING);
  }

  @Test
  void what_another_server_wrote_down_is_found_and_many_may_search_at_once() throws Exception {
    happen(LongStream.rangeClosed(1, 1_700).mapToObj(i -> new Event.Said("word" + i % 7)).toList());
    var there = another(database);
    var other = new LineSearch(there, new SqlJournal(there));

    var searching = new ArrayList<Callable<List<Long>>>();
    for (int i = 0; i < 16; i++) {
      var by = i % 2 == 0 ? search : other;
      searching.add(() -> revisions(look(by, room.id(), Wanted.of("word3"), ALL, 50)));
    }

    var last = LongStream.rangeClosed(0, 49).mapToObj(i -> 1_697 - 7 * i).toList();
    try (var threads = Executors.newVirtualThreadPerTaskExecutor()) {
      for (var found : threads.invokeAll(searching)) {
        assertThat(found.get()).isEqualTo(last);
      }
    }
  }

  @Test
  @Tag("RG2")
  void a_room_that_arrives_brings_its_lines_along_to_be_found() {
    var id = RoomId.random(new Random(4));
    var journey = new Arrival.Journey(id, NOW, "there", "here");
    var earlier =
        List.of(
            entry(40, new Event.Said("helo")),
            entry(70, new Event.Said("hello from afar")),
            entry(71, new Event.LineEdited(40, "hello")));
    new SqlMoves(database, new PasswordsOfRooms())
        .takeIn(
            new Arrival(
                journey,
                NOW,
                new Snapshot(90, "{}"),
                earlier,
                new Entry(91, NOW, "movedHere", "{}"),
                Optional.empty()));

    var found = look(search, id, Wanted.of("hello"), ALL, 50);

    assertThat(revisions(found)).containsExactly(70L, 40L);
  }

  @Test
  void a_long_chat_is_indexed_in_several_goes() {
    for (int i = 0; i < 3; i++) {
      happen(Collections.nCopies(4_000, new Event.Said("again")));
    }

    assertThat(search.find(room.id(), Wanted.of("again"), ALL, 1)).isEmpty();
    assertThat(search.find(room.id(), Wanted.of("again"), ALL, 1).map(Found::next))
        .contains(OptionalLong.of(12_000));
  }

  /// With so many lines the words are looked for one way, and the other, and in two goes.
  @Test
  void of_frequent_words_that_stand_together_seldom_each_line_is_found() {
    var texts = new ArrayList<Event>();
    for (int i = 1; i <= 24_000; i++) {
      texts.add(
          new Event.Said((i % 2 == 0 ? "even" : "odd") + (i % 6_000 == 1 ? " even rare" : "")));
    }
    for (int from = 0; from < texts.size(); from += 4_000) {
      happen(texts.subList(from, from + 4_000));
    }

    assertThat(find("rare")).containsExactly(18_001L, 12_001L, 6_001L, 1L);
    assertThat(find("even")).hasSize(50).startsWith(24_000L, 23_998L);
    assertThat(all("odd even", 50)).containsExactly(18_001L, 12_001L, 6_001L, 1L);
    assertThat(all("odd even", 1)).containsExactly(18_001L, 12_001L, 6_001L, 1L);
    assertThat(all("even rare", 2)).containsExactly(18_001L, 12_001L, 6_001L, 1L);
  }

  private List<Long> all(String text, int limit) {
    var all = new ArrayList<Long>();
    for (var from = OptionalLong.of(ALL); from.isPresent(); ) {
      var found = look(search, room.id(), Wanted.of(text), from.getAsLong(), limit);
      all.addAll(revisions(found));
      from = found.next();
    }
    return all;
  }

  @Test
  void whatever_happens_in_a_chat_what_is_found_is_what_it_reads() {
    var chance = new Random(20);
    var words = List.of("a", "ab", "abc", "b", "Бar", "ß", "ss", "ä", "😂", "-", "12");
    var reads = new HashMap<Long, String>();
    for (int round = 0; round < 60; round++) {
      var events = new ArrayList<Event>();
      long head = journal.head(room);
      for (int i = 0; i < 1 + chance.nextInt(20); i++) {
        events.add(something(chance, words, head + i + 1, reads));
      }
      happen(events);
      var wanted = Wanted.of(words.get(chance.nextInt(9)) + " " + words.get(chance.nextInt(9)));

      assertThat(all(wanted, 7)).isEqualTo(looked(wanted, reads));
    }
  }

  private List<Long> all(Wanted wanted, int limit) {
    return all(String.join(" ", wanted.words()), limit);
  }

  private static Event something(
      Random chance, List<String> words, long revision, Map<Long, String> reads) {
    var text = words.get(chance.nextInt(11)) + " " + words.get(chance.nextInt(11));
    var lines = List.copyOf(reads.keySet());
    int what = chance.nextInt(10);
    if (lines.isEmpty() || what < 6) {
      reads.put(revision, text);
      return new Event.Said(text);
    }
    long line = lines.get(chance.nextInt(lines.size()));
    if (what < 9) {
      reads.put(line, text);
      return new Event.LineEdited(line, text);
    }
    reads.remove(line);
    return new Event.LineRemoved(line, new MemberId("ann"));
  }

  /// As one would find it by looking at each line.
  private static List<Long> looked(Wanted wanted, Map<Long, String> reads) {
    return reads.entrySet().stream()
        .filter(
            it ->
                wanted.words().stream()
                    .allMatch(
                        word -> Words.of(it.getValue()).stream().anyMatch(w -> w.startsWith(word))))
        .map(Map.Entry::getKey)
        .sorted((a, b) -> Long.compare(b, a))
        .toList();
  }
}
