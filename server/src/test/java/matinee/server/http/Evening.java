package matinee.server.http;

import java.util.EnumMap;
import java.util.Map;
import java.util.Objects;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

/// A room with a film in which there is somebody of every role, somebody who is banned, and a
/// companion of the owner's; and another room with an owner of its own, and without the film.
final class Evening implements AutoCloseable {
  private static final String SHOW_PASS = "Authorization: Bearer ";

  private final String room;
  private final String film;
  private final Map<Caller, Guest> there = new EnumMap<>(Caller.class);
  private final Map<Caller, String> passes = new EnumMap<>(Caller.class);
  private final Map<Caller, String> films = new EnumMap<>(Caller.class);
  private int commands;

  Evening(House house, String film) throws Exception {
    this.film = film;
    room = house.room(film);
    for (var caller :
        new Caller[] {
          Caller.OWNER, Caller.HOST, Caller.MEMBER, Caller.GUEST, Caller.WATCHER, Caller.BANNED
        }) {
      enter(caller, arriving(house, caller));
    }
    for (var caller : there.keySet()) {
      films.put(caller, guest(caller).address(film).json().path("url").asString());
    }
    enter(Caller.STRANGER, Guest.enter(house, house.room()));
    passes.put(Caller.COMPANION, companion(house));
    there.put(Caller.COMPANION, Guest.with(house, room, companionTicket(house)));
    asks("setStanding", Caller.GUEST, ",\"standing\":\"GUEST\"");
    asks("setStanding", Caller.WATCHER, ",\"standing\":\"WATCHER\"");
    asks("ban", Caller.BANNED, "");
    asks("handOver", Caller.HOST, "");
    guest(Caller.OWNER).hear("hostChanged");
  }

  /// Owner and host are signed in: some things nobody else may do.
  private Guest arriving(House house, Caller caller) throws Exception {
    if (caller != Caller.OWNER && caller != Caller.HOST) {
      return Guest.enter(house, room);
    }
    var email = caller.title() + "." + room + "@evening.example";
    return Guest.enter(house, room, Browser.confirmed(house, email, caller.title()));
  }

  private void enter(Caller caller, Guest guest) {
    there.put(caller, guest);
    passes.put(caller, guest.pass());
  }

  private void asks(String wish, Caller whom, String more) {
    commands++;
    guest(Caller.OWNER)
        .send(
            "{\"type\":\"%s\",\"id\":\"c-%d\",\"seen\":1,\"member\":\"%s\"%s}"
                .formatted(wish, commands, guest(whom).member(), more));
  }

  private Guest guest(Caller caller) {
    return Objects.requireNonNull(there.get(caller));
  }

  private String companion(House house) throws Exception {
    var token = companionToken(house);
    return house
        .post("/api/rooms/" + room + "/companions", "{\"token\":\"" + token + "\"}")
        .json()
        .path("pass")
        .asString();
  }

  private JsonNode companionTicket(House house) throws Exception {
    var tickets = "POST /api/rooms/" + room + "/companions/tickets";
    return house.ask(tickets, pass(Caller.COMPANION)).json();
  }

  /// What makes whoever shows it a companion of the owner.
  String companionToken(House house) throws Exception {
    var links = "POST /api/rooms/" + room + "/companions/links";
    return house.ask(links, pass(Caller.OWNER)).json().path("token").asString();
  }

  String room() {
    return room;
  }

  String film() {
    return film;
  }

  /// The header by which `caller` shows who it is.
  String pass(Caller caller) {
    return SHOW_PASS + passes.get(caller);
  }

  /// The same without the header.
  String bare(Caller caller) {
    return passes.getOrDefault(caller, "");
  }

  boolean knows(Caller caller) {
    return passes.containsKey(caller);
  }

  /// Where `caller` reads the film, or read it before being banned; others know the film alone.
  String filmOf(Caller caller) {
    return films.getOrDefault(caller, "/films/" + film);
  }

  /// Lets `caller` send `text`, a wish that is about the watcher if it is about somebody; gives why
  /// it is rejected, or nothing.
  String wishes(Caller caller, String text) throws Exception {
    var wish = (ObjectNode) JsonMapper.shared().readTree(text);
    commands++;
    wish.put("id", "w-" + commands);
    if (wish.has("member")) {
      wish.put("member", guest(Caller.WATCHER).member());
    }
    return guest(caller).answer(wish.toString(), "w-" + commands);
  }

  /// Lets `caller` cheer with `emoji`, and waits until the room has taken notice; but not of the
  /// owner, who would miss what it is told meanwhile.
  void cheers(Caller caller, String emoji) throws Exception {
    guest(caller).send("{\"type\":\"signal\",\"kind\":\"cheer\",\"emoji\":\"" + emoji + "\"}");
    if (caller != Caller.OWNER) {
      var _ = wishes(caller, "{\"type\":\"withdraw\",\"seen\":1}");
    }
  }

  /// The signals that the owner is told of, up to those that hold `emoji`.
  String signalsUntil(String emoji) throws InterruptedException {
    return guest(Caller.OWNER).hearAll("signals", emoji);
  }

  @Override
  public void close() throws Exception {
    for (var guest : there.values()) {
      guest.end();
      guest.close();
    }
  }
}
