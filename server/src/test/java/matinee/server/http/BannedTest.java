package matinee.server.http;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// What the pass of somebody who is banned is still good for: nothing, until they are let back.
final class BannedTest {

  @Test
  @Tag("A-12")
  void who_is_banned_learns_nothing_more_by_the_old_pass_until_let_back(@TempDir Path data)
      throws Exception {
    try (var house = new House(data)) {
      var room = house.room();
      try (var ann = house.enter(room);
          var eve = house.enter(room)) {
        assertThat(asked(house, room, eve)).containsOnly("200", "201");

        ann.send(order("ban", eve));
        ann.hear("banned");
        assertThat(asked(house, room, eve)).containsOnly("403 banned");

        ann.send(order("unban", eve));
        ann.hear("unbanned");
        assertThat(asked(house, room, eve)).containsOnly("200", "201");
      }
    }
  }

  private static String order(String type, Guest about) {
    return "{\"type\":\"%s\",\"id\":\"%<s-1\",\"seen\":1,\"member\":\"%s\"}"
        .formatted(type, about.member());
  }

  /// What is answered to `guest` wherever the pass is enough.
  private static List<String> asked(House house, String room, Guest guest) throws Exception {
    var pass = "Authorization: Bearer " + guest.pass();
    var at = "/api/rooms/" + room;
    var answers = new ArrayList<String>();
    for (var what : List.of("/chat", "/members", "/banned")) {
      answers.add(said(house.get(at + what, pass)));
    }
    var again = "{\"name\":\"Eve\",\"pass\":\"" + guest.pass() + "\"}";
    answers.add(said(house.post(at + "/tickets", again)));
    return answers;
  }

  private static String said(Answer answer) {
    return answer.status() < 400
        ? Integer.toString(answer.status())
        : answer.status() + " " + answer.problem();
  }
}
