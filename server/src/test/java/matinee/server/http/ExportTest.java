package matinee.server.http;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.StreamSupport;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.JsonNode;

/// What people take home of what is kept of them, over HTTP from a running server.
final class ExportTest {
  /// More than are read at once.
  private static final int MANY = 230;

  @TempDir private Path data;
  private House house;
  private Browser ann;
  private Browser ben;

  @BeforeEach
  void open() throws Exception {
    house = new House(data);
    ann = Browser.of(house, "ann@example.org", "Ann");
    ben = Browser.of(house, "ben@example.org", "Ben");
    ConversationAnswers.befriend(house, ann, ben);
  }

  @AfterEach
  void close() throws Exception {
    house.close();
  }

  private static void say(Browser by, Browser to, String key, String text) throws IOException {
    var line = "POST /api/conversations/" + PeopleAnswers.id(to) + "/messages";
    by.send(line, "{\"key\":\"%s\",\"text\":\"%s\"}".formatted(key, text));
  }

  private static JsonNode export(Browser of) throws IOException {
    return of.get("/api/me/export").json();
  }

  private static List<String> texts(JsonNode conversation) {
    return StreamSupport.stream(conversation.path("messages").spliterator(), false)
        .map(it -> it.path("text").asString())
        .toList();
  }

  @Test
  void it_has_friends_with_their_notes_and_requests_and_who_is_blocked() throws Exception {
    var carl = Browser.of(house, "carl@example.org", "Carl");
    ann.send("PATCH /api/people/friends/" + PeopleAnswers.id(ben), "{\"note\":\"Benny\"}");
    ann.send("POST /api/people/requests", PeopleAnswers.asking("dora@example.org"));
    ann.send("POST /api/people/blocked", "{\"person\":\"%s\"}".formatted(PeopleAnswers.id(carl)));

    var people = export(ann).path("people");

    assertThat(people).isEqualTo(ann.get("/api/people").json());
    assertThat(people.path("friends").path(0).path("note").asString()).isEqualTo("Benny");
    assertThat(people.path("asked").path(0).path("to").asString()).isEqualTo("dora@example.org");
    assertThat(people.path("blocked").path(0).path("name").asString()).isEqualTo("Carl");
  }

  @Test
  void it_has_what_both_said_in_its_order_however_much() throws Exception {
    var said = new ArrayList<String>();
    for (int i = 0; i < MANY; i++) {
      house.advanceMs(1_000);
      say(i % 2 == 0 ? ann : ben, i % 2 == 0 ? ben : ann, "key-" + i, "Message " + i + " 🎬");
      said.add("Message " + i + " 🎬");
    }

    var answer = ann.get("/api/me/export");

    assertThat(answer.header("Transfer-Encoding")).hasValue("chunked");
    var conversations = answer.json().path("conversations");
    assertThat(conversations.size()).isEqualTo(1);
    assertThat(conversations.path(0).path("with").asString()).isEqualTo(PeopleAnswers.id(ben));
    assertThat(conversations.path(0).path("name").asString()).isEqualTo("Ben");
    assertThat(texts(conversations.path(0))).containsExactlyElementsOf(said);
  }

  @Test
  void it_has_what_was_said_with_who_is_blocked_and_what_is_left_of_who_is_gone() throws Exception {
    var carl = Browser.of(house, "carl@example.org", "Carl");
    ConversationAnswers.befriend(house, ann, carl);
    say(carl, ann, "a", "Hello");
    say(ann, carl, "a", "Who are you?");
    say(ben, ann, "a", "Tonight?");
    ann.send("POST /api/people/blocked", "{\"person\":\"%s\"}".formatted(PeopleAnswers.id(ben)));
    carl.send("POST /api/me/delete", "{\"password\":\"%s\"}".formatted(Browser.PASSWORD));

    var conversations = export(ann).path("conversations");

    var found =
        StreamSupport.stream(conversations.spliterator(), false)
            .map(it -> it.path("name").asString("nobody") + ": " + texts(it))
            .toList();
    assertThat(found).containsExactlyInAnyOrder("Ben: [Tonight?]", "nobody: [Who are you?]");
  }

  @Test
  void it_is_read_as_it_is_sent_and_one_that_breaks_off_is_not_whole() throws Exception {
    say(ann, ben, "a", "The first");
    addLongMessages(PeopleAnswers.id(ann), PeopleAnswers.id(ben));

    try (var http = new RawHttp(house.port())) {
      http.head("GET /api/me/export", ann.bearer());
      http.awaitAnswer();
      house.breakStore();

      assertThatThrownBy(() -> http.answer(false)).isInstanceOf(IOException.class);
    }
  }

  /// More of them than fit between a server and who does not read.
  private void addLongMessages(String by, String to) {
    house
        .database()
        .write(
            session -> {
              var insert =
                  session.statement(
                      "insert into message (one, other, number, change, author, author_key, at_ms,"
                          + " text) values (?, ?, ?, ?, ?, ?, 0, ?)");
              for (int i = 2; i < 5_000; i++) {
                insert.setString(1, by.compareTo(to) < 0 ? by : to);
                insert.setString(2, by.compareTo(to) < 0 ? to : by);
                insert.setLong(3, i);
                insert.setLong(4, i);
                insert.setString(5, by);
                insert.setString(6, "key-" + i);
                insert.setString(7, "電".repeat(2_000));
                insert.addBatch();
              }
              return insert.executeBatch().length;
            });
  }

  @Test
  @Tag("V-09")
  void it_has_what_one_did_oneself_and_nothing_that_others_did() throws Exception {
    ann.send("POST /api/people/blocked", "{\"person\":\"%s\"}".formatted(PeopleAnswers.id(ben)));
    ben.send("PATCH /api/me", "{\"name\":\"Benjamin\"}");

    var answer = ann.get("/api/me/export");

    assertThat(ApiDocument.read().fits("exportMe", answer)).isTrue();
    var deeds = answer.json().path("deeds");
    assertThat(actions(deeds)).containsExactly("account.register", "session.begin", "people.block");
    assertThat(deeds.path(0).path("target").asString()).isEqualTo(PeopleAnswers.id(ann));
    assertThat(deeds.path(0).path("origin").asString()).isEqualTo("127.0.0.1");
    assertThat(deeds.path(0).path("details").toString()).isEqualTo("{\"name\":\"Ann\"}");
    assertThat(deeds.toString()).doesNotContain("Benjamin");
  }

  @Test
  @Tag("V-09")
  void it_has_what_one_did_in_rooms_without_the_names_of_others() throws Exception {
    var room = house.room();
    try (var owner = Guest.enter(house, room, ann);
        var guest = house.enter(room)) {
      owner.send(
          "{\"type\":\"kick\",\"id\":\"kick-1\",\"seen\":1,\"member\":\"%s\"}"
              .formatted(guest.member()));
      owner.hear("kicked");

      var kick = last(export(ann).path("deeds"));

      assertThat(kick.path("action").asString()).isEqualTo("room.kick");
      assertThat(kick.path("target").asString()).isEqualTo(room);
      assertThat(kick.path("details").propertyNames()).containsExactly("by", "byName", "member");
    }
  }

  private static JsonNode last(JsonNode array) {
    return array.path(array.size() - 1);
  }

  private static List<String> actions(JsonNode deeds) {
    return StreamSupport.stream(deeds.spliterator(), false)
        .map(it -> it.path("action").asString())
        .toList();
  }

  @Test
  void it_has_the_addresses_that_one_wanted_lately() throws Exception {
    house.letters().wish(ann.access(), "anna@example.org");

    var addresses = export(ann).path("addresses");

    assertThat(addresses.size()).isEqualTo(1);
    assertThat(addresses.path(0).path("email").asString()).isEqualTo("anna@example.org");
    assertThat(export(ben).path("addresses").isEmpty()).isTrue();
  }

  @Test
  void who_has_said_nothing_takes_home_no_conversation() throws Exception {
    assertThat(export(ann).path("conversations").isEmpty()).isTrue();
    assertThat(export(ann).path("conversations").isArray()).isTrue();
  }
}
