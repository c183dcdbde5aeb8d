package matinee.spec;

import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/// What stories tell of a room's door, in TLA+.
final class ToldDoor {
  private static final String THE_DOOR_IS = "the door is ";
  private static final Pattern DOOR = Pattern.compile("door ([A-Z]+) (\\d+) ([A-Z]+)");

  private ToldDoor() {}

  /// The event that `text` tells, if it is about the door.
  static Optional<String> event(String text) {
    if (text.equals("the room is closed")) {
      return Optional.of(Tla.record("type", Tla.text("closed")));
    }
    if (text.startsWith(THE_DOOR_IS)) {
      var told = text.substring(THE_DOOR_IS.length()).replace(" called ", " ");
      return Optional.of(
          Tla.record("type", Tla.text("doorChanged"), "door", door(told.split(" ", 4))));
    }
    return Optional.empty();
  }

  /// `ACCESS CAPACITY NEWCOMERS`, and a title, if there is one.
  static String door(String... given) {
    return Tla.record(
        "access",
        Tla.text(given[0]),
        "capacity",
        given[1],
        "newcomers",
        Tla.text(given[2]),
        "title",
        Tla.text(given.length == 4 ? given[3] : ""));
  }

  /// The wish about the door, or about the room as a whole, that `verb` and `rest` are.
  static Optional<String> wish(String verb, String rest) {
    return switch (verb) {
      case "door" ->
          Optional.of(Tla.record("type", Tla.text("setDoor"), "door", door(rest.split(" ", 4))));
      case "give" ->
          Optional.of(Tla.record("type", Tla.text("giveRoom"), "member", Tla.text(rest)));
      case "close" -> Optional.of(Tla.record("type", Tla.text("closeRoom")));
      default -> Optional.empty();
    };
  }

  /// That `who` comes by `verb`, which says what the door has seen.
  static String enter(String who, String verb, String rest) {
    var credential =
        switch (verb) {
          case "enterByPassword" -> Tla.record("type", Tla.text("password"));
          case "enterByPlace" -> Tla.record("type", Tla.text("place"));
          default ->
              Tla.record("type", Tla.text("invited"), "standing", Tla.text(rest.split(" ", 2)[0]));
        };
    return Tla.record("type", Tla.text("enter"), "member", Tla.text(who), "credential", credential);
  }

  /// The door of the room that `parts` tell, but for its title.
  static String shown(List<String> parts) {
    return parts.stream()
        .map(DOOR::matcher)
        .filter(Matcher::matches)
        .map(told -> shown(Tla.text(told.group(1)), told.group(2), Tla.text(told.group(3))))
        .findFirst()
        .orElseGet(() -> shown(Tla.text("LINK"), "Capacity", Tla.text("MEMBER")));
  }

  private static String shown(String access, String capacity, String newcomers) {
    return Tla.record("access", access, "capacity", capacity, "newcomers", newcomers);
  }
}
