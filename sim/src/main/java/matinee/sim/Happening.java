package matinee.sim;

import java.util.Locale;
import java.util.Optional;
import matinee.room.Available;
import matinee.room.Wish;

/// Something that somebody does, or that goes wrong, `atMs` into the run.
record Happening(double atMs, What what) {

  /// In place of somebody: the first whose page says that it is owner or host.
  static final int WHO_LEADS = -1;

  /// `who` counts the people from 0.
  sealed interface What {

    /// Presses a button of the page, or drags its slider.
    record Press(int who, Wish wish) implements What {}

    /// Does something to the player itself, as with a media key.
    record Touch(int who, Key key, double positionMs) implements What {}

    /// Drags the slider from one place to another.
    record Scrub(int who, long fromMs, long toMs) implements What {}

    /// Says yes or no to what was proposed first of all that the page shows, if it shows anything.
    record Answer(int who, boolean accepted) implements What {}

    /// Does this with the queue that the page shows: to the item at this place, to the last one if
    /// that is nearer.
    record Queue(int who, QueueDeed deed, int place) implements What {}

    /// Does this with something that was said, as long ago as `back` says: with something of one's
    /// own if that is even.
    record Talk(int who, TalkDeed deed, int back) implements What {}

    /// Talks much at once.
    record Chatter(int who, int lines) implements What {}

    record Arrive(int who) implements What {}

    record Leave(int who) implements What {}

    record ClosePage(int who) implements What {}

    record Reload(int who) implements What {}

    /// Opens the room once more, beside the page that is there.
    record OpenAnother(int who) implements What {}

    /// Asks the page that was replaced to come back.
    record ComeBack(int who) implements What {}

    /// Makes a telephone a companion, beside those that there are.
    record TakeCompanion(int who) implements What {}

    /// Wishes something on the newest companion, if there is one.
    record PressOnCompanion(int who, Wish wish) implements What {}

    /// Closes the newest companion, if there is one.
    record DropCompanion(int who) implements What {}

    record Stall(int who, double forMs) implements What {}

    record Sleep(int who, double forMs) implements What {}

    /// The connection breaks; see [Cable#cut].
    record Cut(int who, boolean loses, boolean clientTold, boolean serverTold) implements What {}

    /// Nothing comes through for a while.
    record Gap(int who, double forMs) implements What {}

    /// The page hears that the network has changed.
    record Doubt(int who) implements What {}

    /// The wall clock of somebody's machine is set, while everything runs.
    record Jump(int who, double byMs) implements What {}

    /// The wall clock of the server's machine is set, while it runs.
    record ServerJump(double byMs) implements What {}

    /// The server's process is killed: now, or at the next append. `told`: its machine closes the
    /// connections.
    record Kill(Disk.Trouble when, boolean told, double downMs, double clockStepMs)
        implements What {}

    record Stop(double downMs, double clockStepMs) implements What {}

    /// The store fails at the next append.
    record DiskFails(boolean written) implements What {}

    /// Another server on the same file is quicker at the next append.
    record Beaten() implements What {}

    record Busy(double forMs) implements What {}

    /// So much is there of the film on its way in; nothing, and it will not come, if that is empty.
    record Supply(Optional<Available> available) implements What {}

    /// The server is stopped, and its history put back by so many events.
    record Restore(int byEvents, double downMs) implements What {}
  }

  /// What can be done to a player.
  enum Key {
    PLAY,
    PAUSE,
    SEEK
  }

  /// The name under which it is counted.
  String kind() {
    return switch (what) {
      case What.Press(_, var wish) ->
          "press " + wish.getClass().getSimpleName().toLowerCase(Locale.ROOT);
      case What.Kill(var when, var told, _, double step) ->
          "kill "
              + when.name().toLowerCase(Locale.ROOT).replace('_', ' ').replace("none", "now")
              + (told ? "" : ", untold")
              + (step == 0 ? "" : step < 0 ? ", clock back" : ", clock forward");
      case What.Stop _ -> "clean stop";
      case What.Talk(_, var deed, _) ->
          "talk " + deed.name().toLowerCase(Locale.ROOT).replace('_', ' ');
      case What.Queue(_, var deed, _) -> "queue " + deed.name().toLowerCase(Locale.ROOT);
      case What.Answer(_, boolean accepted) -> "answer " + (accepted ? "yes" : "no");
      case What.Jump _ -> "clock jumps";
      case What.ServerJump _ -> "server's clock jumps";
      case What.Cut(_, _, boolean client, boolean server) ->
          "cut" + (client ? "" : ", page untold") + (server ? "" : ", server untold");
      case What.DiskFails(boolean written) -> "disk fails, " + (written ? "" : "not ") + "written";
      case What.Touch(_, var key, _) -> "touch " + key.name().toLowerCase(Locale.ROOT);
      default -> what.getClass().getSimpleName().toLowerCase(Locale.ROOT);
    };
  }

  @Override
  public String toString() {
    return String.format(Locale.ROOT, "%9.1f ms  %s", atMs, what);
  }
}
