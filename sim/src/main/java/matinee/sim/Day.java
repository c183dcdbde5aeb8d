package matinee.sim;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import matinee.room.Author;
import matinee.room.Event;
import matinee.room.Recorded;
import matinee.room.Role;
import matinee.room.Wish;
import matinee.sim.Happening.What;
import matinee.sim.SimPlayer.Cause;
import matinee.wire.Link;

/// Lets a [Plan] happen, heals everything, and waits until the room has come together again.
final class Day {
  private static final double LOOK_MS = 500;
  private static final double SCRUB_STEP_MS = 60;
  private static final int SCRUB_STEPS = 12;

  private final Plan plan;
  private final World world;

  /// What became of a day.
  record Outcome(Plan plan, Optional<Violation> violation, Counts counts, double virtualMs) {
    boolean isGood() {
      return violation.isEmpty();
    }
  }

  private Day(Plan plan, World world) {
    this.plan = plan;
    this.world = world;
  }

  /// The day as it goes with the parts of `build`.
  static Outcome live(Plan plan, Build build, World.Files files) {
    var convergence = new ConvergesInTime();
    var invariants = new ArrayList<Invariant>(Invariants.all());
    invariants.add(convergence);
    var world = new World(plan, build, files, invariants);
    var day = new Day(plan, world);
    Optional<Violation> violation = Optional.empty();
    try {
      day.pass(convergence);
    } catch (Violation e) {
      violation = Optional.of(e);
    } catch (RuntimeException e) {
      violation = Optional.of(new Violation("NothingBreaks", e));
    }
    world.node().ifPresent(node -> node.die(true));
    var counts = world.counts();
    counts.add("wishes", world.ledger().count(Ledger.Origin.WISH));
    counts.add("reports", world.ledger().count(Ledger.Origin.REPORT));
    return new Outcome(plan, violation, counts, world.time().nowMs());
  }

  private void pass(ConvergesInTime convergence) {
    for (var happening : plan.happenings()) {
      world.time().at(happening.atMs(), () -> perform(happening));
    }
    world.time().at(plan.untilMs(), world::heal);
    while (!convergence.isReached()) {
      world.time().runUntil(world.time().nowMs() + LOOK_MS);
      world.look();
    }
    world.conclude();
  }

  private void perform(Happening happening) {
    world.counts().add(happening.kind());
    switch (happening.what()) {
      case What.Press(int who, var wish) -> who(who).ifPresent(it -> it.press(wish));
      case What.Touch(int who, var key, double to) -> touch(world.person(who), key, to);
      case What.Scrub(int who, long from, long to) -> scrub(world.person(who), from, to);
      case What.Answer(int who, boolean accepted) -> who(who).ifPresent(it -> answer(it, accepted));
      case What.Queue(int who, var deed, int place) ->
          who(who).ifPresent(it -> queue(it, deed, place));
      case What.Talk(int who, var deed, int back) -> who(who).ifPresent(it -> talk(it, deed, back));
      case What.Chatter(int who, int lines) -> chatter(world.person(who), lines);
      case What.Arrive(int who) -> world.person(who).arrive();
      case What.Leave(int who) -> world.person(who).leave();
      case What.ClosePage(int who) -> world.person(who).closePages();
      case What.Reload(int who) -> reload(world.person(who));
      case What.OpenAnother(int who) -> world.person(who).openPage();
      case What.ComeBack(int who) -> whatever(who).forEach(Page::comeBack);
      case What.TakeCompanion(int who) -> world.person(who).takeCompanion();
      case What.PressOnCompanion(int who, var wish) -> world.person(who).pressOnCompanion(wish);
      case What.DropCompanion(int who) -> world.person(who).dropCompanion();
      case What.Stall(int who, double forMs) ->
          players(who).forEach(player -> player.starve(forMs));
      case What.Sleep(int who, double forMs) -> world.person(who).sleep(forMs);
      case What.Cut(int who, boolean loses, boolean client, boolean server) ->
          whatever(who).forEach(page -> page.cut(loses, client, server));
      case What.Gap(int who, double forMs) ->
          world.person(who).line().gapUntil(world.time().nowMs() + forMs);
      case What.Jump(int who, double byMs) -> world.person(who).setWallClock(byMs);
      case What.ServerJump(double byMs) -> world.setWallClock(byMs);
      case What.Doubt(int who) -> world.person(who).pages().forEach(Page::doubt);
      case What.Kill(var when, boolean told, double downMs, double step)
          when when == Disk.Trouble.NONE ->
          world.kill(told, downMs, step);
      case What.Kill kill -> world.dieAtAppend(kill);
      case What.Stop(double downMs, double step) -> world.stop(downMs, step);
      case What.DiskFails(boolean written) ->
          world.disk().getInto(written ? Disk.Trouble.FAILS_AFTER : Disk.Trouble.FAILS_BEFORE);
      case What.Beaten _ -> world.disk().getInto(Disk.Trouble.BEATEN);
      case What.Busy(double forMs) ->
          world.node().ifPresent(node -> node.beBusyUntil(world.time().nowMs() + forMs));
      case What.Supply(var available) -> world.supply(available);
      case What.Restore(int byEvents, double downMs) -> world.restore(byEvents, downMs);
    }
  }

  /// The pages and companions of somebody.
  private List<Page> whatever(int who) {
    var person = world.person(who);
    return Stream.concat(person.pages().stream(), person.companions().stream()).toList();
  }

  private Optional<Person> who(int who) {
    return who == Happening.WHO_LEADS
        ? world.people().stream().filter(Day::leads).findFirst()
        : Optional.of(world.person(who));
  }

  /// Does the page that the person looks at say so?
  private static boolean leads(Person person) {
    return person
        .page()
        .filter(page -> page.phase() == Link.Phase.LIVE)
        .flatMap(page -> page.copy().state().member(person.member()))
        .filter(me -> me.role() == Role.OWNER || me.role() == Role.HOST)
        .isPresent();
  }

  private List<SimPlayer> players(int who) {
    return world.person(who).pages().stream()
        .flatMap(page -> page.following().stream())
        .map(Following::player)
        .toList();
  }

  private static void touch(Person person, Happening.Key key, double toMs) {
    person
        .page()
        .flatMap(Page::following)
        .filter(Following::isAble)
        .map(Following::player)
        .ifPresent(
            player -> {
              switch (key) {
                case PLAY -> player.play(Cause.PERSON);
                case PAUSE -> player.pause(Cause.PERSON);
                case SEEK -> player.seek(toMs, Cause.PERSON);
              }
            });
  }

  private static void answer(Person person, boolean accepted) {
    person
        .page()
        .flatMap(page -> page.copy().state().proposals().stream().findFirst())
        .map(shown -> new Wish.Answer(shown.by(), shown.revision(), accepted))
        .ifPresent(person::press);
  }

  private static void queue(Person person, QueueDeed deed, int place) {
    person
        .page()
        .map(page -> page.copy().state().queue().items())
        .map(items -> deed.wish(items, place))
        .ifPresent(person::press);
  }

  /// About the line that stands so far back in the history, or the first one if there are fewer;
  /// about one that is not there, if there is none.
  private void talk(Person person, TalkDeed deed, int back) {
    var lines =
        world.chronicle().book().events().reversed().stream()
            .filter(one -> one.event() instanceof Event.Said)
            .filter(one -> back % 2 == 1 || isBy(person, one))
            .map(Recorded::revision)
            .limit(back + 1L)
            .toList();
    person.press(deed.wish(lines.isEmpty() ? 1 : lines.getLast(), back));
  }

  private static boolean isBy(Person person, Recorded event) {
    return event.author() instanceof Author.ByMember(var by, var _) && by.equals(person.member());
  }

  private void scrub(Person person, long fromMs, long toMs) {
    for (int i = 0; i <= SCRUB_STEPS; i++) {
      long thereMs = fromMs + (toMs - fromMs) * i / SCRUB_STEPS;
      world.time().after(i * SCRUB_STEP_MS, () -> person.press(new Wish.Seek(thereMs)));
    }
  }

  private void chatter(Person person, int lines) {
    for (int i = 0; i < lines; i++) {
      var text = "and " + i;
      world.time().after(i * 10.0, () -> person.press(new Wish.Say(text)));
    }
  }

  private void reload(Person person) {
    if (person.page().isPresent()) {
      person.closePages();
      world.time().after(300, person::arrive);
    }
  }
}
