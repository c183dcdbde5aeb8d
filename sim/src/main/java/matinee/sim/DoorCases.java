package matinee.sim;

import static matinee.sim.RuleCases.after;
import static matinee.sim.RuleCases.refused;
import static matinee.sim.RuleCases.when;

import java.util.List;
import java.util.function.Predicate;
import matinee.room.Access;
import matinee.room.Command;
import matinee.room.Door;
import matinee.room.Event;
import matinee.room.Reason;
import matinee.room.RoomTitle;
import matinee.room.Wish;

/// How the rules of the door show that they are at work.
final class DoorCases {

  private DoorCases() {}

  static List<RuleCases.Case> all() {
    return List.of(
        set("AC1", "everybody", door -> door.access() == Access.PUBLIC),
        set("AC1", "who is invited", door -> door.access() == Access.INVITED),
        set("AC1", "who knows the password", door -> door.access() == Access.PASSWORD),
        refused("AC2", Reason.NOT_INVITED),
        refused("AC2", Reason.PASSWORD_NEEDED),
        when("AC2", "of whom something is kept comes in", DoorCases::isKeptLetIn),
        set("AC3", "so many", door -> door.capacity() < Door.NEW.capacity()),
        refused("AC3", Reason.ROOM_FULL),
        when(
            "AC4",
            "comes in as less than a member",
            seen ->
                seen.command() instanceof Command.Enter
                    && seen.has(Event.Joined.class)
                    && seen.has(Event.StandingChanged.class)),
        set("AC5", "a title", door -> door.title() instanceof RoomTitle.Titled),
        after("AC6", Event.OwnerChanged.class),
        when(
            "AC6",
            "nobody else gives it",
            seen -> seen.isWish(Wish.GiveRoom.class) && seen.isRefused(Reason.NOT_ALLOWED)),
        when(
            "AC6",
            "who is not there does not get it",
            seen -> seen.isWish(Wish.GiveRoom.class) && seen.isRefused(Reason.NO_SUCH_MEMBER)));
  }

  private static RuleCases.Case set(String rule, String prose, Predicate<Door> isSo) {
    return when(
        rule,
        prose,
        seen ->
            seen.events()
                .anyMatch(
                    event -> event instanceof Event.DoorChanged(var door) && isSo.test(door)));
  }

  private static boolean isKeptLetIn(RuleCases.Seen seen) {
    var access = seen.state().settings().door().access();
    return (access == Access.INVITED || access == Access.PASSWORD)
        && seen.events()
            .anyMatch(
                event ->
                    event instanceof Event.Joined(var member, _)
                        && seen.state().people().absent().stream()
                            .anyMatch(one -> one.id().equals(member)));
  }
}
