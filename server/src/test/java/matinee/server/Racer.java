package matinee.server;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import matinee.server.Stranger.Visit;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/// A member of a room who wishes for much at once, and comes and goes between two servers. For one
/// thread.
final class Racer implements AutoCloseable {
  private final String room;
  private final String pass;
  private final String member;
  private final List<String> unanswered = new ArrayList<>();
  private int wishes;
  private int given;
  private Visit visit;

  private Racer(Stranger at, String room) throws Exception {
    this.room = room;
    var place = place(at, Optional.empty());
    pass = place.path("pass").asString();
    member = place.path("member").asString();
    visit = at.enter(place.path("ticket").asString());
  }

  /// Somebody new in `room`, by the server that `at` uses.
  static Racer enter(Stranger at, String room) throws Exception {
    return new Racer(at, room);
  }

  private JsonNode place(Stranger at, Optional<String> known) throws Exception {
    var json = JsonMapper.shared().createObjectNode().put("name", "Racer");
    known.ifPresent(it -> json.put("pass", it));
    var answer = at.post("/api/rooms/" + room + "/tickets", json.toString());
    if (answer.statusCode() != 201) {
      throw new AssertionError(answer.body());
    }
    return JsonMapper.shared().readTree(answer.body());
  }

  /// Waits until `other`, who comes in later, is seen here.
  void see(Racer other) throws InterruptedException {
    while (!visit.ear().next("joined").path("member").asString().equals(other.member)) {
      // somebody else
    }
  }

  /// How often the room was given away by it.
  int given() {
    return given;
  }

  /// Wishes to give the room to `other`, and does not wait.
  void give(Racer other) {
    wish("giveRoom", other, "");
  }

  /// Wishes that `other` has this `standing`, and does not wait.
  void setStanding(Racer other, String standing) {
    wish("setStanding", other, ",\"standing\":\"" + standing + "\"");
  }

  /// Wishes that `other` hosts, and does not wait.
  void handOver(Racer other) {
    wish("handOver", other, "");
  }

  private void wish(String type, Racer about, String more) {
    var id = type + "-" + wishes++;
    var text =
        "{\"type\":\"%s\",\"id\":\"%s\",\"seen\":1,\"member\":\"%s\"%s}"
            .formatted(type, id, about.member, more);
    visit.socket().sendText(text, true).join();
    unanswered.add(id);
  }

  /// Waits until all that was wished for is answered.
  void hearOut() throws InterruptedException {
    while (!unanswered.isEmpty()) {
      take(visit.ear().next());
    }
  }

  private void take(JsonNode heard) {
    var id = heard.path("id").asString();
    var type = heard.path("type").asString();
    if (type.equals("closed") && heard.has("code")) {
      throw new AssertionError("closed: " + heard);
    }
    if (Stream.of("accepted", "rejected").anyMatch(type::equals) && unanswered.remove(id)) {
      given += type.equals("accepted") && id.startsWith("giveRoom") ? 1 : 0;
    }
  }

  /// Wishes to leave, behind all else, and does not wait.
  void leave() {
    visit.socket().sendText("{\"type\":\"leave\"}", true).join();
  }

  /// Waits until it has left, then comes in again by the server that `at` uses.
  void comeBack(Stranger at) throws Exception {
    while (true) {
      var heard = visit.ear().next();
      if (heard.path("type").asString().equals("closed") && heard.has("code")) {
        break;
      }
      take(heard);
    }
    if (!unanswered.isEmpty()) {
      throw new AssertionError("left without an answer to " + unanswered);
    }
    visit.close();
    visit = at.enter(place(at, Optional.of(pass)).path("ticket").asString());
  }

  @Override
  public void close() {
    visit.close();
  }
}
