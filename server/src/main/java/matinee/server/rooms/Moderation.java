package matinee.server.rooms;

import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import matinee.room.Absent;
import matinee.room.Author;
import matinee.room.Control;
import matinee.room.Door;
import matinee.room.Event;
import matinee.room.Member;
import matinee.room.MemberId;
import matinee.room.Recorded;
import matinee.room.RoomState;
import matinee.room.RoomTitle;
import matinee.room.SlowMode;
import matinee.server.journal.Deed;

/// Which events are deeds by which somebody keeps order in a room, or says who may do what there:
/// rules OD, RI, HO, AC, RG1, CH2, CH4 and CH10. They are written down with what was there before
/// and after, and with what people were called then.
///
/// `by` and `byName` say who did it, `member` and `name` to whom.
final class Moderation {
  private final RoomState before;
  private final Caller caller;
  private final Map<String, String> details = new TreeMap<>();

  private Moderation(RoomState before, MemberId by, Caller caller) {
    this.before = before;
    this.caller = caller;
    tell("by", "byName", by);
  }

  /// What `caller` did who made `event` happen to a room in the state `before`, if it is to be
  /// written down.
  static Optional<Deed> deed(RoomState before, Recorded event, Caller caller) {
    return event.author() instanceof Author.ByMember(var by, var _)
        ? new Moderation(before, by, caller).of(event.event(), by)
        : Optional.empty();
  }

  private Optional<Deed> of(Event event, MemberId by) {
    return switch (event) {
      case Event.Kicked(var member) -> to(member, "room.kick");
      case Event.Banned(var member) -> to(member, "room.ban");
      case Event.Unbanned(var member) -> to(member, "room.unban");
      case Event.MutedChanged(var member, boolean muted) ->
          to(member, muted ? "room.mute" : "room.unmute");
      case Event.StandingChanged(var member, var standing) -> {
        before
            .member(member)
            .ifPresent(it -> changed("", it.rank().standing().name(), standing.name()));
        yield to(member, "room.standing");
      }
      case Event.HostChanged(var member) -> to(member, "room.host");
      case Event.OwnerChanged(var member) -> to(member, "room.owner");
      case Event.LockChanged(boolean locked) -> done(locked ? "room.lock" : "room.unlock");
      case Event.SlowModeChanged(var slow) -> {
        changed("", text(before.settings().slow()), text(slow));
        yield done("room.slow-mode");
      }
      case Event.WritersChanged(var writers) -> {
        changed("", before.settings().writers().name(), writers.name());
        yield done("room.writers");
      }
      case Event.ControlChanged(var control) -> control(before.settings().control(), control);
      case Event.DoorChanged(var door) -> door(before.settings().door(), door);
      case Event.LineRemoved(long line, var member) -> {
        details.put("line", String.valueOf(line));
        yield member.equals(by) ? Optional.empty() : to(member, "room.remove-line");
      }
      case Event.MovedAway(var region) -> {
        details.put("after", region.value());
        yield done("room.move");
      }
      case Event.Closed _ -> done("room.close");
      case Event.Joined _,
          Event.Lost _,
          Event.Returned _,
          Event.Left _,
          Event.Renamed _,
          Event.GiantChanged _,
          Event.MovedHere _,
          Event.Proposed _,
          Event.ProposalEnded _,
          Event.OfQueue _,
          Event.GateChanged _,
          Event.ExcusedChanged _,
          Event.MediaLoaded _,
          Event.LengthLearnt _,
          Event.FilmGrew _,
          Event.FilmVanished _,
          Event.PlaybackChanged _,
          Event.ReadinessChanged _,
          Event.Refused _,
          Event.Said _,
          Event.LineEdited _,
          Event.Reacted _ ->
          Optional.empty();
    };
  }

  private Optional<Deed> done(String action) {
    return Optional.of(new Deed(caller.actor(), caller.origin(), action, details));
  }

  private Optional<Deed> to(MemberId member, String action) {
    tell("member", "name", member);
    return done(action);
  }

  private void tell(String id, String name, MemberId member) {
    details.put(id, member.value());
    before
        .member(member)
        .map(Member::name)
        .or(() -> absent(member).map(Absent::name))
        .ifPresent(it -> details.put(name, it));
  }

  private Optional<Absent> absent(MemberId member) {
    return before.people().absent().stream().filter(it -> it.id().equals(member)).findAny();
  }

  /// What is the same is not told.
  private void changed(String what, String was, String is) {
    if (!was.equals(is)) {
      details.put("before" + what, was);
      details.put("after" + what, is);
    }
  }

  private Optional<Deed> control(Control was, Control is) {
    changed("Load", was.load().name(), is.load().name());
    changed("PlayPause", was.playPause().name(), is.playPause().name());
    changed("Seek", was.seek().name(), is.seek().name());
    changed("Speed", was.speed().name(), is.speed().name());
    changed("Queue", was.queue().name(), is.queue().name());
    return done("room.control");
  }

  private Optional<Deed> door(Door was, Door is) {
    changed("Access", was.access().name(), is.access().name());
    changed("Capacity", String.valueOf(was.capacity()), String.valueOf(is.capacity()));
    changed("Newcomers", was.newcomers().name(), is.newcomers().name());
    changed("Title", text(was.title()), text(is.title()));
    return done("room.door");
  }

  private static String text(SlowMode slow) {
    return switch (slow) {
      case SlowMode.AsUsual _ -> "as usual";
      case SlowMode.Every(int seconds) -> String.valueOf(seconds);
    };
  }

  private static String text(RoomTitle title) {
    return switch (title) {
      case RoomTitle.Untitled _ -> "";
      case RoomTitle.Titled(var text) -> text;
    };
  }
}
