package matinee.server.http;

import static org.assertj.core.api.Assertions.assertThat;

import java.awt.Color;
import java.io.IOException;
import java.nio.file.Path;
import java.util.Base64;
import java.util.List;
import java.util.stream.IntStream;
import matinee.server.portraits.Pictures;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.JsonNode;

/// How members of a room look to those who are in it, over HTTP from a running server.
final class RoomPortraitTest {
  private static final byte[] RED = Pictures.png(300, 300, Color.RED);

  @TempDir private Path data;
  private House house;
  private Browser ann;
  private String room = "";

  @BeforeEach
  void open() throws Exception {
    house = new House(data);
    ann = Browser.of(house, "ann@example.org", "Ann");
    house.portray(RED, "image/png", ann.bearer());
    room = house.room();
  }

  @AfterEach
  void close() throws Exception {
    house.close();
  }

  private Answer look(Guest asking, String query) throws IOException {
    return look(room, asking, query);
  }

  private Answer look(String where, Guest asking, String query) throws IOException {
    var path = "/api/rooms/" + where + "/portraits?members=" + query;
    return house.get(path, "Authorization: Bearer " + asking.pass());
  }

  private static JsonNode only(Answer answer) {
    var portraits = answer.json().path("portraits");
    assertThat(portraits.size()).isEqualTo(1);
    return portraits.path(0);
  }

  private static boolean isEmpty(Answer answer) {
    return answer.status() == 200 && answer.json().path("portraits").isEmpty();
  }

  @Test
  void who_is_in_the_room_sees_the_picture_of_who_is_signed_in_and_guests_have_none()
      throws Exception {
    try (var signedIn = Guest.enter(house, room, ann);
        var guest = house.enter(room)) {
      var seen = look(guest, guest.member() + "," + signedIn.member());

      assertThat(ApiDocument.read().fits("lookAtMembers", seen)).isTrue();
      assertThat(only(seen).path("member").asString()).isEqualTo(signedIn.member());
      var jpeg = Base64.getDecoder().decode(only(seen).path("jpeg").asString());
      assertThat(Pictures.read(jpeg).getWidth()).isEqualTo(64);
    }
  }

  @Test
  void what_is_known_is_not_sent_again_until_it_is_another() throws Exception {
    try (var signedIn = Guest.enter(house, room, ann);
        var guest = house.enter(room)) {
      var mark = only(look(guest, signedIn.member())).path("mark").asString();
      var query = signedIn.member() + "&known=" + mark;

      var same = only(look(guest, query));
      house.portray(RED, "image/png", ann.bearer());
      var other = only(look(guest, query));
      house.ask("POST /api/me/portrait/remove", ann.bearer());
      var none = look(guest, query);

      assertThat(same.path("mark").asString()).isEqualTo(mark);
      assertThat(same.has("jpeg")).isFalse();
      assertThat(other.path("mark").asString()).isNotEqualTo(mark);
      assertThat(other.has("jpeg")).isTrue();
      assertThat(isEmpty(none)).isTrue();
    }
  }

  @Test
  @Tag("A-16")
  void who_is_not_in_the_room_sees_nothing_of_it() throws Exception {
    var elsewhere = house.room();
    try (var signedIn = Guest.enter(house, room, ann);
        var guest = house.enter(room);
        var stranger = house.enter(elsewhere)) {
      var member = signedIn.member();
      var path = "/api/rooms/" + room + "/portraits?members=" + member;
      signedIn.send(
          "{\"type\":\"kick\",\"id\":\"kick-1\",\"seen\":1,\"member\":\"%s\"}"
              .formatted(guest.member()));
      signedIn.hear("kicked");

      assertThat(look(guest, member).problem()).isEqualTo("not-in-room");
      assertThat(look(stranger, member).problem()).isEqualTo("pass-refused");
      assertThat(house.get(path).problem()).isEqualTo("pass-missing");
      assertThat(house.get(path, ann.bearer()).problem()).isEqualTo("pass-refused");
      assertThat(isEmpty(look(elsewhere, stranger, member))).isTrue();
    }
  }

  @Test
  @Tag("A-16")
  void nothing_tells_whose_account_it_is_nor_that_it_is_the_same_in_two_rooms() throws Exception {
    var other = house.room();
    try (var here = Guest.enter(house, room, ann);
        var there = Guest.enter(house, other, ann)) {
      var one = look(here, here.member());
      var two = look(other, there, there.member());

      var me = ann.get("/api/me").json();
      assertThat(one.text())
          .doesNotContain(me.path("id").asString(), me.path("portrait").asString());
      assertThat(only(one).path("mark")).isNotEqualTo(only(two).path("mark"));
    }
  }

  @Test
  void nobody_is_asked_for_more_than_fifty_at_once() throws Exception {
    try (var guest = house.enter(room)) {
      var many = String.join(",", numbered(50));
      var tooMany = String.join(",", numbered(51));

      assertThat(isEmpty(look(guest, many))).isTrue();
      assertThat(isEmpty(look(guest, ""))).isTrue();
      assertThat(look(guest, tooMany).problem()).isEqualTo("invalid-field");
      assertThat(look(guest, "a%20b").problem()).isEqualTo("invalid-field");
    }
  }

  private static List<String> numbered(int many) {
    return IntStream.range(0, many).mapToObj(i -> "m-" + i).toList();
  }
}
