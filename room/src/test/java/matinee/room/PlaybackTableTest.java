package matinee.room;

import static matinee.room.Story.ANNA;
import static matinee.room.Story.BEN;
import static matinee.room.Story.CARLA;
import static matinee.room.Story.FILM;
import static matinee.room.Story.STREAM;
import static org.assertj.core.api.Assertions.assertThat;

import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/// The table of `protocol/ROOM.md` that says where every command leads from every playback state,
/// cell by cell.
class PlaybackTableTest {
  private static final String HEAD = "| command | idle | paused | playing | waiting |";

  private static final Map<String, Story> STATES = states();

  private static final Map<String, Function<Story, Command>> COMMANDS = commands();

  @Test
  @Tag("PB2")
  @Tag("PB4")
  @Tag("PB6")
  @Tag("GA3")
  void every_command_leads_from_every_state_where_the_table_says() {
    var decided = new LinkedHashMap<String, List<String>>();

    COMMANDS.forEach((name, command) -> decided.put(name, row(command)));

    assertThat(decided).isEqualTo(tableOfTheRules());
  }

  @Test
  @Tag("PB2")
  void the_table_has_a_row_for_every_kind_of_command_and_no_other() {
    var kinds =
        Stream.of(Wish.class, Wish.OfFilm.class, Wish.OfLine.class, Command.class)
            .flatMap(type -> Arrays.stream(type.getPermittedSubclasses()))
            .filter(kind -> kind != Command.Ask.class)
            .filter(kind -> kind != Wish.OfFilm.class && kind != Wish.OfLine.class)
            .map(Class::getSimpleName)
            .collect(Collectors.toSet());

    assertThat(COMMANDS.keySet()).isEqualTo(kinds);
    assertThat(tableOfTheRules().keySet()).isEqualTo(kinds);
  }

  /// In every state Anna is the host and has seen everything; all are ready, save Ben in the
  /// waiting room.
  private static Map<String, Story> states() {
    var states = new LinkedHashMap<String, Story>();
    states.put("idle", Story.idle().at(20));
    states.put("paused", Story.paused().asks(ANNA, new Wish.Seek(5_000)).at(20));
    states.put("playing", Story.playing().at(20));
    states.put("waiting", Story.waiting().at(25));
    return states;
  }

  private static List<Wish> wishesOfAnna() {
    return List.of(
        new Wish.Load(STREAM),
        new Wish.Play(),
        new Wish.Pause(),
        new Wish.Seek(61_000),
        new Wish.SetRate(1.5),
        new Wish.SetControl(Story.HOST_ONLY),
        new Wish.SetGate(GatePolicy.NoOne.NO_ONE),
        new Wish.HandOver(BEN),
        new Wish.SetStanding(BEN, Standing.WATCHER),
        new Wish.Kick(BEN),
        new Wish.Ban(BEN),
        new Wish.Unban(BEN),
        new Wish.SetMuted(BEN, true),
        new Wish.SetLocked(true),
        new Wish.SetSlowMode(new SlowMode.Every(30)),
        new Wish.SetWriters(Writers.MEMBERS),
        new Wish.SetDoor(Story.door(Access.INVITED)),
        new Wish.GiveRoom(BEN),
        new Wish.CloseRoom(),
        new Wish.MoveRoom(new RegionName("us")),
        new Wish.Answer(BEN, 1, true),
        new Wish.Withdraw(),
        new Wish.Enqueue(List.of(STREAM)),
        new Wish.Dequeue(1),
        new Wish.MoveQueued(1, 0),
        new Wish.PlayQueued(1),
        new Wish.SetAutoAdvance(false),
        new Wish.Stay(),
        new Wish.Vote(1, true),
        new Wish.Say("hello"),
        new Wish.Edit(1, "hello"),
        new Wish.RemoveLine(1),
        new Wish.React(1, "👍", true),
        new Wish.Rename("Anna"));
  }

  private static Map<String, Function<Story, Command>> commands() {
    var commands = new TreeMap<String, Function<Story, Command>>();
    for (var wish : wishesOfAnna()) {
      commands.put(wish.getClass().getSimpleName(), room -> room.command(ANNA, wish));
    }
    for (var report :
        List.of(
            new Wish.ReportReady(Length.Unknown.UNKNOWN),
            new Wish.ReportBuffering(),
            new Wish.ReportUnable(),
            new Wish.SetExcused(true))) {
      commands.put(report.getClass().getSimpleName(), room -> room.command(BEN, report));
    }
    for (var notice :
        List.of(
            new Command.Open(FILM),
            new Command.Enter(CARLA, "Carla"),
            new Command.Lose(BEN),
            new Command.Leave(BEN),
            new Command.Grow(Story.UPLOAD, new Available.Until(90_000)),
            new Command.Vanish(Story.UPLOAD),
            new Command.Tick())) {
      commands.put(notice.getClass().getSimpleName(), _ -> notice);
    }
    commands.put("Arrive", _ -> new Command.Arrive(new RegionName("us"), 0));
    commands.put("Interrupt", room -> new Command.Interrupt(room.now().minusSeconds(60)));
    return commands;
  }

  private static List<String> row(Function<Story, Command> command) {
    return STATES.values().stream().map(room -> cell(room, command.apply(room))).toList();
  }

  /// A tick comes at the deadline, an interruption is told a minute after the last event.
  private static String cell(Story room, Command command) {
    var then =
        switch (command) {
          case Command.Tick _ -> room.state().deadline().orElse(room.now());
          case Command.Interrupt _ -> room.state().at().plusSeconds(61);
          case Command.Arrive _ -> room.now();
          case Command.Ask _, Command.Open _, Command.Enter _, Command.Lose _, Command.Leave _ ->
              room.now();
          case Command.Grow _, Command.Vanish _ -> room.now();
        };
    var later = new Story(room.state(), then);
    return switch (later.decide(command)) {
      case Decision.Accepted _ -> name(later.then(command).state().stage());
      case Decision.Rejected(var reason, var _) -> reason.name();
      case Decision.Repeated _ -> "repeated";
    };
  }

  private static String name(Stage stage) {
    return switch (stage) {
      case Stage.Idle _ -> "idle";
      case Stage.Loaded loaded ->
          switch (loaded.playback()) {
            case Playback.Paused _ -> "paused";
            case Playback.Playing _ -> "playing";
            case Playback.Waiting _ -> "waiting";
          };
    };
  }

  private static Map<String, List<String>> tableOfTheRules() {
    var table = new LinkedHashMap<String, List<String>>();
    Repository.text(Repository.root().resolve("protocol/ROOM.md"))
        .lines()
        .dropWhile(line -> !line.equals(HEAD))
        .skip(2)
        .takeWhile(line -> line.startsWith("|"))
        .map(line -> Arrays.stream(line.split("\\|")).map(String::strip).toList())
        .forEach(cells -> table.put(cells.get(1).replace("`", ""), cells.subList(2, 6)));
    return table;
  }
}
