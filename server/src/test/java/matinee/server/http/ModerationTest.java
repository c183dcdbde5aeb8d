package matinee.server.http;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import matinee.server.audit.Entry;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.JsonNode;

/// What is done to keep order in a room, written down, and told to its host and owner.
final class ModerationTest {
  private static final String PASS = "Authorization: Bearer ";
  private static final String WITH_TITLE =
      "{\"access\":\"INVITED\",\"capacity\":5,\"newcomers\":\"MEMBER\",\"title\":\"Friday\"}";

  @TempDir private Path data;
  private House house;
  private String room;
  private Guest ann;
  private Guest bob;
  private int asked;

  @BeforeEach
  void open() throws Exception {
    house = new House(data);
    room = house.room();
    ann = Guest.enter(house, room, "{\"name\":\"Ann\"}");
    bob = Guest.enter(house, room, "{\"name\":\"Bob\"}");
  }

  @AfterEach
  void close() throws Exception {
    bob.close();
    ann.close();
    house.close();
  }

  private void wish(String type, String fields) throws Exception {
    var id = "ann-" + asked++;
    var message = "{\"type\":\"%s\",\"id\":\"%s\",\"seen\":1%s}".formatted(type, id, fields);
    assertThat(ann.answer(message, id)).as(message).isEmpty();
  }

  private String toBob() {
    return ",\"member\":\"" + bob.member() + "\"";
  }

  private Answer list(Guest who, String query) throws Exception {
    return house.get("/api/rooms/" + room + "/moderation" + query, PASS + who.pass());
  }

  private List<JsonNode> deeds() throws Exception {
    return list(ann, "").json().path("deeds").valueStream().toList();
  }

  private static Map<String, String> details(JsonNode deed) {
    var details = new TreeMap<String, String>();
    deed.path("details")
        .properties()
        .forEach(it -> details.put(it.getKey(), it.getValue().asString()));
    return details;
  }

  private Map<String, String> ofBob(String... more) {
    var details = new TreeMap<>(Map.of("member", bob.member(), "name", "Bob"));
    for (int i = 0; i < more.length; i += 2) {
      details.put(more[i], more[i + 1]);
    }
    return details;
  }

  @Test
  void host_and_owner_see_who_did_what_to_whom_with_what_was_there_before() throws Exception {
    wish("setMuted", toBob() + ",\"muted\":true");
    wish("setMuted", toBob() + ",\"muted\":false");
    wish("setStanding", toBob() + ",\"standing\":\"GUEST\"");
    wish("setSlowMode", ",\"slowSeconds\":30");
    wish("setWriters", ",\"writers\":\"MEMBERS\"");
    wish("setLocked", ",\"locked\":true");
    wish("setLocked", ",\"locked\":false");
    wish("setDoor", ",\"door\":" + WITH_TITLE);
    wish("kick", toBob());

    assertThat(deeds())
        .extracting(it -> it.path("action").asString(), ModerationTest::details)
        .containsExactly(
            tuple("room.kick", ofBob()),
            tuple(
                "room.door",
                Map.of(
                    "beforeAccess", "LINK",
                    "afterAccess", "INVITED",
                    "beforeCapacity", "20000",
                    "afterCapacity", "5",
                    "beforeTitle", "",
                    "afterTitle", "Friday")),
            tuple("room.unlock", Map.of()),
            tuple("room.lock", Map.of()),
            tuple("room.writers", Map.of("before", "EVERYBODY", "after", "MEMBERS")),
            tuple("room.slow-mode", Map.of("before", "as usual", "after", "30")),
            tuple("room.standing", ofBob("before", "MEMBER", "after", "GUEST")),
            tuple("room.unmute", ofBob()),
            tuple("room.mute", ofBob()));
    assertThat(deeds())
        .allSatisfy(
            it -> {
              assertThat(it.path("by").asString()).isEqualTo(ann.member());
              assertThat(it.path("byName").asString()).isEqualTo("Ann");
            });
  }

  @Test
  void what_people_do_with_the_film_and_with_their_own_lines_is_not_among_it() throws Exception {
    wish("say", ",\"text\":\"mine\"");
    bob.send("{\"type\":\"say\",\"id\":\"b\",\"seen\":1,\"text\":\"his\"}");
    long his = said("his");
    wish("removeLine", ",\"line\":" + (his - 1));
    wish("removeLine", ",\"line\":" + his);
    wish("rename", ",\"name\":\"Anna\"");

    assertThat(deeds())
        .extracting(it -> it.path("action").asString(), ModerationTest::details)
        .containsExactly(tuple("room.remove-line", ofBob("line", String.valueOf(his))));
  }

  private long said(String text) throws Exception {
    var event = ann.hear("said");
    while (!event.path("text").asString().equals(text)) {
      event = ann.hear("said");
    }
    return event.path("revision").asLong();
  }

  @Test
  @Tag("HO1")
  void that_somebody_becomes_host_because_the_host_went_is_nobodys_deed() throws Exception {
    wish("handOver", toBob());
    bob.leave();
    ann.hear("left");

    assertThat(deeds()).extracting(it -> it.path("action").asString()).containsExactly("room.host");
  }

  @Test
  @Tag("A-09")
  void nobody_else_sees_it() throws Exception {
    wish("setLocked", ",\"locked\":true");

    var refused = list(bob, "");

    assertThat(refused.status()).isEqualTo(403);
    assertThat(refused.problem()).isEqualTo("not-host");
  }

  @Test
  void it_is_told_page_by_page_and_of_this_room_alone() throws Exception {
    var other = house.room();
    try (var eve = house.enter(other)) {
      assertThat(
              eve.answer("{\"type\":\"setLocked\",\"id\":\"e\",\"seen\":1,\"locked\":true}", "e"))
          .isEmpty();
    }
    for (int i = 1; i <= 5; i++) {
      wish("setSlowMode", ",\"slowSeconds\":" + i);
    }

    var first = list(ann, "?limit=3").json();
    var last = first.path("deeds").path(2).path("number").asLong();
    var second = list(ann, "?limit=3&before=" + last).json();

    assertThat(first.path("more").asBoolean()).isTrue();
    assertThat(first.path("deeds").valueStream().map(it -> details(it).get("after")))
        .containsExactly("5", "4", "3");
    assertThat(second.path("more").asBoolean()).isFalse();
    assertThat(second.path("deeds").valueStream().map(it -> details(it).get("after")))
        .containsExactly("2", "1");
  }

  @Test
  void the_trail_says_from_where_it_came_and_whose_account_it_was() throws Exception {
    var browser = new Browser(house);
    browser.register();
    browser.signIn(Browser.PASSWORD);
    var account = browser.get("/api/me").json().path("id").asString();
    var own = house.room();
    var ticket =
        house
            .post("/api/rooms/" + own + "/tickets", "{\"name\":\"Mia\"}", PASS + browser.access())
            .json();
    try (var mia = Guest.with(house, own, ticket)) {
      assertThat(
              mia.answer("{\"type\":\"setLocked\",\"id\":\"m\",\"seen\":1,\"locked\":true}", "m"))
          .isEmpty();
    }
    wish("setLocked", ",\"locked\":true");

    assertThat(house.writtenDown())
        .filteredOn(it -> it.action().equals("room.lock"))
        .extracting(Entry::actor, Entry::target, Entry::origin)
        .containsExactly(
            tuple(account, own, "127.0.0.1"), tuple("guest " + ann.member(), room, "127.0.0.1"));
  }

  @Test
  @Tag("AC2")
  void a_new_password_is_told_but_not_which() throws Exception {
    var set =
        house.send(
            "PUT /api/rooms/" + room + "/password",
            "{\"password\":\"correct horse\"}",
            PASS + ann.pass());

    assertThat(set.status()).isEqualTo(204);
    assertThat(deeds().getFirst().path("action").asString()).isEqualTo("room.password");
    assertThat(list(ann, "").text()).doesNotContain("horse");
  }

  @Test
  void a_film_that_is_taken_in_is_written_down() throws Exception {
    var bytes = Samples.webm(1_000, 1);

    var film = house.upload("film.webm", bytes).json().path("film").asString();

    var details = "{\"sizeBytes\":\"" + bytes.length + "\",\"title\":\"film\"}";
    assertThat(house.writtenDown())
        .filteredOn(it -> it.action().equals("film.upload"))
        .extracting(Entry::target, Entry::origin, Entry::details)
        .containsExactly(tuple(film, "127.0.0.1", details));
  }
}
