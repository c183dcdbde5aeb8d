package matinee.room;

import java.time.Instant;
import java.util.Optional;
import java.util.OptionalLong;

/// Something for the room to decide on: a member's wish, or a notice of the program that keeps the
/// room.
public sealed interface Command {

  /// The member `by`, who on `device` had seen the room up to revision `seen`, wants `wish`. `id`
  /// stays the same when the command is sent again (ID1), which `again` tells: another copy of it
  /// may still be under way (ID6). `cited` is the line of the chat that the wish is about, as the
  /// history has it ([#line]); nothing, if it is about none, or there is no such line.
  record Ask(
      CommandId id,
      MemberId by,
      Device device,
      long seen,
      boolean again,
      Wish wish,
      Optional<Line> cited)
      implements Command {

    /// About no line that is known.
    public Ask(CommandId id, MemberId by, Device device, long seen, boolean again, Wish wish) {
      this(id, by, device, seen, again, wish, Optional.empty());
    }

    /// Wanted for the first time, where the member watches.
    public Ask(CommandId id, MemberId by, long seen, Wish wish) {
      this(id, by, Device.SCREEN, seen, false, wish);
    }

    /// The line of the chat that the wish is about, named by its revision: whoever keeps the room
    /// looks it up before this is decided, and anew before it is decided again.
    public OptionalLong line() {
      if (wish instanceof Wish.OfLine ofLine) {
        return OptionalLong.of(ofLine.line());
      }
      return wish instanceof Wish.Say(_, var regards) ? regards.to() : OptionalLong.empty();
    }

    /// The same, where the history has this of the line.
    public Ask citing(Optional<Line> line) {
      return new Ask(id, by, device, seen, again, wish, line);
    }
  }

  /// The room is new and begins with `media` before it.
  record Open(Media media) implements Command {}

  /// The member's connection is open (ME1, ME2), and of who comes the door has seen `credential`
  /// (AC2).
  record Enter(MemberId member, String name, Credential credential) implements Command {
    public Enter {
      name = Text.line("name", name, Member.MAX_NAME);
    }

    /// With nothing but the link.
    public Enter(MemberId member, String name) {
      this(member, name, Credential.Nothing.NOTHING);
    }
  }

  /// The member's connection has been gone for long enough to be told (ME3).
  record Lose(MemberId member) implements Command {}

  /// The member left, or stayed lost for too long (ME4).
  record Leave(MemberId member) implements Command {}

  /// Of the uploaded `film` there is so much now, as whoever keeps the room has found (UP1).
  record Grow(MediaRef.Upload film, Available available) implements Command {}

  /// The uploaded `film` will not come, and nothing is left of it (UP4).
  record Vanish(MediaRef.Upload film) implements Command {}

  /// The instant that [RoomState#deadline] named has come (GA4, PB8).
  record Tick() implements Command {}

  /// The room has moved here from the region `from`, whose clock shows `shiftMs` less (RG2).
  record Arrive(RegionName from, long shiftMs) implements Command {}

  /// Nobody kept the room from `since` until now. Told once, before any other command; the room
  /// decides whether that was too long (PB9).
  record Interrupt(Instant since) implements Command {}
}
