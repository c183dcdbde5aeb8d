package matinee.sim;

import java.util.ArrayList;
import java.util.List;
import matinee.room.Access;
import matinee.room.Door;
import matinee.room.MemberId;
import matinee.room.RoomState;
import matinee.room.RoomTitle;
import matinee.room.Standing;
import matinee.room.Wish;
import matinee.sim.Happening.What;

/// On some days who leads says who comes in, how many and as what, while people go and come back,
/// and the owner gives the room away. Everybody comes with nothing but the link. Chance of its own.
final class DoorPlan {
  private static final int DAYS_IN_A_HUNDRED = 20;
  private static final List<Standing> NEWCOMERS =
      List.of(Standing.MEMBER, Standing.GUEST, Standing.WATCHER);

  private final Chance luck;
  private final int people;
  private final List<Happening> happenings = new ArrayList<>();

  private DoorPlan(Chance luck, int people) {
    this.luck = luck;
    this.people = people;
  }

  /// What `people` do besides on the day of that seed.
  static List<Happening> of(long seed, int people) {
    var luck = Chance.of(seed, "door");
    return luck.in(DAYS_IN_A_HUNDRED) ? new DoorPlan(luck, people).plan() : List.of();
  }

  private List<Happening> plan() {
    double atMs = luck.between(2_500.0, 8_000.0);
    int many = 2 + luck.below(3);
    for (int i = 0; i < many; i++) {
      press(atMs, Happening.WHO_LEADS, new Wish.SetDoor(door()));
      comeAgain(atMs + luck.between(200.0, 3_000.0));
      comeAgain(atMs + luck.between(3_000.0, 6_000.0));
      if (luck.in(50)) {
        press(atMs + 1_000, giver(), new Wish.GiveRoom(somebody()));
      }
      atMs += luck.between(8_000.0, 14_000.0);
    }
    if (luck.in(60)) {
      press(atMs, Happening.WHO_LEADS, new Wish.SetDoor(Door.NEW));
    }
    return happenings;
  }

  /// The first one owns the room at first.
  private int giver() {
    return luck.in(60) ? 0 : luck.in(50) ? Happening.WHO_LEADS : luck.below(people);
  }

  private MemberId somebody() {
    return new MemberId("p" + luck.below(people));
  }

  private Door door() {
    return new Door(
        luck.oneOf(List.of(Access.values())),
        luck.in(40) ? 1 + luck.below(people) : RoomState.CAPACITY,
        luck.oneOf(NEWCOMERS),
        luck.in(50) ? new RoomTitle.Titled("Evening " + luck.below(9)) : Door.NEW.title());
  }

  private void comeAgain(double atMs) {
    int who = luck.below(people);
    happenings.add(new Happening(atMs, new What.Leave(who)));
    happenings.add(new Happening(atMs + 1_500, new What.Arrive(who)));
  }

  private void press(double atMs, int who, Wish wish) {
    happenings.add(new Happening(atMs, new What.Press(who, wish)));
  }
}
