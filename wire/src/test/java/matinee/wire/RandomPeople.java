package matinee.wire;

import java.util.random.RandomGenerator;
import matinee.room.Absent;
import matinee.room.Access;
import matinee.room.Contact;
import matinee.room.Credential;
import matinee.room.Door;
import matinee.room.GatePolicy;
import matinee.room.Grace;
import matinee.room.Member;
import matinee.room.Rank;
import matinee.room.Readiness;
import matinee.room.RegionName;
import matinee.room.RoomTitle;
import matinee.room.SlowMode;
import matinee.room.Standing;
import matinee.room.Stay;
import matinee.room.Whereabouts;
import matinee.room.Writers;

/// People at random, and what is set for them; of `any` other values.
final class RandomPeople {
  private final RandomGenerator random;
  private final RandomMessages any;

  RandomPeople(RandomGenerator random, RandomMessages any) {
    this.random = random;
    this.any = any;
  }

  Member person() {
    return new Member(
        any.member(),
        any.line(Member.MAX_NAME),
        new Stay(any.time(), any.time()),
        new Rank(any.one(Standing.values()), random.nextBoolean(), random.nextBoolean()),
        any.one(Readiness.values()),
        random.nextBoolean() ? Contact.Here.HERE : new Contact.Lost(any.time()),
        random.nextBoolean()
            ? Grace.WHOLE
            : new Grace(random.nextBoolean(), any.whole(), any.time()));
  }

  RegionName region() {
    return new RegionName(random.nextBoolean() ? "eu" : "ap-south-" + random.nextInt(10));
  }

  Whereabouts whereabouts() {
    return switch (random.nextInt(6)) {
      case 0 -> new Whereabouts.MovedTo(region());
      case 1 -> Whereabouts.Closed.CLOSED;
      default -> Whereabouts.Here.HERE;
    };
  }

  Door door() {
    var title =
        random.nextBoolean()
            ? RoomTitle.Untitled.UNTITLED
            : new RoomTitle.Titled(any.line(RoomTitle.MAX_TITLE));
    return random.nextInt(3) == 0
        ? Door.NEW
        : new Door(any.one(Access.values()), 1 + random.nextInt(20_000), given(), title);
  }

  Credential credential() {
    return switch (random.nextInt(4)) {
      case 0 -> Credential.Password.PASSWORD;
      case 1 -> Credential.Place.PLACE;
      case 2 -> new Credential.Invited(given());
      default -> Credential.Nothing.NOTHING;
    };
  }

  private Standing given() {
    return any.one(new Standing[] {Standing.MEMBER, Standing.GUEST, Standing.WATCHER});
  }

  GatePolicy gate() {
    return switch (random.nextInt(4)) {
      case 0 -> GatePolicy.Everyone.EVERYONE;
      case 1 -> GatePolicy.Host.HOST;
      case 2 -> new GatePolicy.Quorum(1 + random.nextInt(99));
      default -> GatePolicy.NoOne.NO_ONE;
    };
  }

  SlowMode slow() {
    int seconds = random.nextInt(3_601);
    return seconds % 2 == 0 ? SlowMode.AsUsual.AS_USUAL : new SlowMode.Every(seconds);
  }

  Writers writers() {
    return any.one(Writers.values());
  }

  Absent absent() {
    return new Absent(
        any.member(),
        any.line(Member.MAX_NAME),
        any.one(Standing.values()),
        random.nextBoolean(),
        random.nextBoolean());
  }
}
