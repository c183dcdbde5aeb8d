package matinee.room;

import static matinee.room.Story.ANNA;
import static matinee.room.Story.BEN;
import static matinee.room.Story.CARLA;
import static matinee.room.Story.STREAM;
import static matinee.room.Story.rejected;
import static org.assertj.core.api.Assertions.assertThat;

import java.util.Arrays;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/// The table of `protocol/ROOM.md` that says which role has the right to do what: it is the one of
/// the code, and `decide` keeps to it, cell by cell.
class RightsTableTest {
  private static final String HEAD =
      "| action | owner | host | member | guest | watcher | companion |";

  private static final MemberId DAN = new MemberId("dan");
  private static final MemberId EVA = new MemberId("eva");

  private static final Map<Role, MemberId> CAST =
      Map.of(
          Role.OWNER, ANNA, Role.HOST, BEN, Role.MEMBER, CARLA, Role.GUEST, DAN, Role.WATCHER, EVA);

  @Test
  @Tag("RI1")
  void the_table_of_the_rules_is_that_of_the_code() {
    var coded =
        rows(
            action ->
                Stream.concat(
                        Stream.of(Role.values()).map(action::of),
                        Stream.of(action.of(Device.COMPANION)))
                    .toList());

    assertThat(tableOfTheRules()).isEqualTo(coded);
  }

  @Test
  @Tag("RI1")
  @Tag("RI2")
  @Tag("RI4")
  @Tag("HO3")
  @Tag("GA6")
  @Tag("CD2")
  void every_role_may_do_what_the_table_says_and_nothing_else() {
    var decided =
        rows(
            action ->
                Stream.concat(
                        Stream.of(Role.values()).map(role -> right(role, action)),
                        Stream.of(rightOfCompanions(action)))
                    .toList());

    assertThat(decided).isEqualTo(tableOfTheRules());
  }

  /// One of every role, watching; Anna owns the room and Ben hosts it.
  private static Story room() {
    return Story.playing()
        .enters(CARLA)
        .enters(DAN)
        .enters(EVA)
        .asks(ANNA, new Wish.SetStanding(DAN, Standing.GUEST))
        .asks(ANNA, new Wish.SetStanding(EVA, Standing.WATCHER))
        .asks(ANNA, new Wish.HandOver(BEN));
  }

  private static Right right(Role role, Action action) {
    if (action == Action.SET_PASSWORD) {
      return action.of(role); // no wish
    }
    var free = room();
    var strict = free.asks(ANNA, new Wish.SetControl(Story.HOST_ONLY));
    var reached = Stream.of(Role.values()).filter(other -> may(free, role, action, other)).toList();
    var below = Stream.of(Role.values()).filter(role::isAbove).toList();
    if (reached.isEmpty()) {
      return Right.NEVER;
    }
    if (!reached.equals(List.of(Role.values()))) {
      assertThat(reached).isEqualTo(below);
      return Right.ON_LOWER;
    }
    return may(strict, role, action, role) ? Right.ALWAYS : Right.AS_CONTROL_SAYS;
  }

  /// What companions have of the rights of their members: the same with each role, and whomever it
  /// is done to.
  private static Right rightOfCompanions(Action action) {
    if (action == Action.SET_PASSWORD) {
      return action.of(Device.COMPANION);
    }
    var room = room();
    var kept = new HashSet<Right>();
    for (var role : Role.values()) {
      for (var other : Role.values()) {
        if (isOwnLine(role, action, other)) {
          continue;
        }
        var command = Story.onCompanion(room.command(by(role), wish(action, by(other))));
        var decision = room.decide(command.citing(lineOf(by(other))));
        if (action.of(role) == Right.NEVER) {
          assertThat(decision).isEqualTo(rejected(Reason.NOT_ALLOWED));
        } else {
          boolean refused = decision.equals(rejected(Reason.NOT_ON_COMPANION));
          kept.add(refused ? Right.NEVER : Right.ALWAYS);
        }
      }
    }
    assertThat(kept).hasSize(1);
    return kept.iterator().next();
  }

  /// May whoever has `role` do `action`, if it is done to somebody then to whoever has `other`?
  private static boolean may(Story room, Role role, Action action, Role other) {
    var command = room.command(by(role), wish(action, by(other)));
    var decision = room.decide(command.citing(lineOf(by(other))));
    return !isOwnLine(role, action, other) && !decision.equals(rejected(Reason.NOT_ALLOWED));
  }

  /// To remove one's own line belongs to chatting (CH4).
  private static boolean isOwnLine(Role role, Action action, Role other) {
    return action == Action.REMOVE_LINE && role == other;
  }

  private static Optional<Line> lineOf(MemberId by) {
    return Optional.of(new Line(by, "hello", false, 0, List.of()));
  }

  private static MemberId by(Role role) {
    return CAST.getOrDefault(role, ANNA);
  }

  private static Wish wish(Action action, MemberId other) {
    return switch (action) {
      case LOAD -> new Wish.Load(STREAM);
      case PLAY_PAUSE -> new Wish.Pause();
      case SEEK -> new Wish.Seek(61_000);
      case SPEED -> new Wish.SetRate(2.0);
      case QUEUE -> new Wish.Enqueue(List.of(STREAM));
      case VOTE -> new Wish.Vote(1, true);
      case CHAT -> new Wish.Say("hello");
      case REMOVE_LINE -> new Wish.RemoveLine(1);
      case RENAME -> new Wish.Rename("Somebody");
      case EXCUSE -> new Wish.SetExcused(true);
      case REPORT -> new Wish.ReportReady(Length.Unknown.UNKNOWN);
      case SET_CONTROL -> new Wish.SetControl(Story.HOST_ONLY);
      case SET_GATE -> new Wish.SetGate(GatePolicy.NoOne.NO_ONE);
      case HAND_OVER -> new Wish.HandOver(other);
      case ANSWER -> new Wish.Answer(other, 1, true);
      case WITHDRAW -> new Wish.Withdraw();
      case KICK -> new Wish.Kick(other);
      case BAN -> new Wish.Ban(other);
      case UNBAN -> new Wish.Unban(other);
      case MUTE -> new Wish.SetMuted(other, true);
      case LOCK -> new Wish.SetLocked(true);
      case SET_DOOR -> new Wish.SetDoor(Story.door(Access.INVITED));
      case SET_PASSWORD -> throw new IllegalArgumentException("no wish of members");
      case GIVE_ROOM -> new Wish.GiveRoom(other);
      case CLOSE_ROOM -> new Wish.CloseRoom();
      case MOVE_ROOM -> new Wish.MoveRoom(new RegionName("us"));
      case SET_SLOW_MODE -> new Wish.SetSlowMode(new SlowMode.Every(30));
      case SET_WRITERS -> new Wish.SetWriters(Writers.HOSTS);
      case SET_STANDING -> new Wish.SetStanding(other, Standing.GUEST);
    };
  }

  private static Map<String, List<String>> rows(Function<Action, List<Right>> row) {
    var rows = new LinkedHashMap<String, List<String>>();
    for (var action : Action.values()) {
      rows.put(
          action.name(),
          row.apply(action).stream()
              .map(right -> right.name().toLowerCase().replace('_', ' '))
              .toList());
    }
    return rows;
  }

  private static Map<String, List<String>> tableOfTheRules() {
    var page = Repository.text(Repository.root().resolve("protocol/ROOM.md"));
    return page.lines()
        .dropWhile(line -> !line.equals(HEAD))
        .skip(2)
        .takeWhile(line -> line.startsWith("|"))
        .map(line -> Arrays.stream(line.split("\\|")).skip(1).map(String::strip).toList())
        .collect(
            Collectors.toMap(
                row -> row.getFirst().replace("`", ""),
                row -> row.subList(1, row.size()),
                (one, _) -> one,
                LinkedHashMap::new));
  }
}
