package matinee.wire;

import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import matinee.room.Event;

/// What kind an event is: the `type` of its message, under which a journal may file it too.
public enum EventType {
  JOINED("joined"),
  LOST("lost"),
  RETURNED("returned"),
  LEFT("left"),
  RENAMED("renamed"),
  HOST_CHANGED("hostChanged"),
  CONTROL_CHANGED("controlChanged"),
  STANDING_CHANGED("standingChanged"),
  KICKED("kicked"),
  BANNED("banned"),
  UNBANNED("unbanned"),
  MUTED_CHANGED("mutedChanged"),
  LOCK_CHANGED("lockChanged"),
  SLOW_MODE_CHANGED("slowModeChanged"),
  WRITERS_CHANGED("writersChanged"),
  DOOR_CHANGED("doorChanged"),
  OWNER_CHANGED("ownerChanged"),
  CLOSED("closed"),
  MOVED_AWAY("movedAway"),
  MOVED_HERE("movedHere"),
  GIANT_CHANGED("giantChanged"),
  PROPOSED("proposed"),
  PROPOSAL_ENDED("proposalEnded"),
  QUEUED("queued"),
  DEQUEUED("dequeued"),
  QUEUE_MOVED("queueMoved"),
  VOTE_CHANGED("voteChanged"),
  AUTO_ADVANCE_CHANGED("autoAdvanceChanged"),
  ADVANCE_SCHEDULED("advanceScheduled"),
  ADVANCE_CANCELLED("advanceCancelled"),
  GATE_CHANGED("gateChanged"),
  EXCUSED_CHANGED("excusedChanged"),
  MEDIA_LOADED("mediaLoaded"),
  LENGTH_LEARNT("lengthLearnt"),
  FILM_GREW("filmGrew"),
  FILM_VANISHED("filmVanished"),
  PLAYBACK_CHANGED("playbackChanged"),
  READINESS_CHANGED("readinessChanged"),
  REFUSED("refused"),
  SAID("said"),
  LINE_EDITED("lineEdited"),
  LINE_REMOVED("lineRemoved"),
  REACTED("reacted");

  private static final Map<String, EventType> BY_NAME = byName();

  private final String wireName;

  EventType(String wireName) {
    this.wireName = wireName;
  }

  private static Map<String, EventType> byName() {
    var types = new HashMap<String, EventType>();
    for (var type : values()) {
      types.put(type.wireName, type);
    }
    return types;
  }

  /// The type of `event`.
  public static EventType of(Event event) {
    return switch (event) {
      case Event.Joined _ -> JOINED;
      case Event.Lost _ -> LOST;
      case Event.Returned _ -> RETURNED;
      case Event.Left _ -> LEFT;
      case Event.Renamed _ -> RENAMED;
      case Event.HostChanged _ -> HOST_CHANGED;
      case Event.ControlChanged _ -> CONTROL_CHANGED;
      case Event.StandingChanged _ -> STANDING_CHANGED;
      case Event.Kicked _ -> KICKED;
      case Event.Banned _ -> BANNED;
      case Event.Unbanned _ -> UNBANNED;
      case Event.MutedChanged _ -> MUTED_CHANGED;
      case Event.LockChanged _ -> LOCK_CHANGED;
      case Event.SlowModeChanged _ -> SLOW_MODE_CHANGED;
      case Event.WritersChanged _ -> WRITERS_CHANGED;
      case Event.DoorChanged _ -> DOOR_CHANGED;
      case Event.OwnerChanged _ -> OWNER_CHANGED;
      case Event.Closed _ -> CLOSED;
      case Event.MovedAway _ -> MOVED_AWAY;
      case Event.MovedHere _ -> MOVED_HERE;
      case Event.GiantChanged _ -> GIANT_CHANGED;
      case Event.Proposed _ -> PROPOSED;
      case Event.ProposalEnded _ -> PROPOSAL_ENDED;
      case Event.Queued _ -> QUEUED;
      case Event.Dequeued _ -> DEQUEUED;
      case Event.QueueMoved _ -> QUEUE_MOVED;
      case Event.VoteChanged _ -> VOTE_CHANGED;
      case Event.AutoAdvanceChanged _ -> AUTO_ADVANCE_CHANGED;
      case Event.AdvanceScheduled _ -> ADVANCE_SCHEDULED;
      case Event.AdvanceCancelled _ -> ADVANCE_CANCELLED;
      case Event.GateChanged _ -> GATE_CHANGED;
      case Event.ExcusedChanged _ -> EXCUSED_CHANGED;
      case Event.MediaLoaded _ -> MEDIA_LOADED;
      case Event.LengthLearnt _ -> LENGTH_LEARNT;
      case Event.FilmGrew _ -> FILM_GREW;
      case Event.FilmVanished _ -> FILM_VANISHED;
      case Event.PlaybackChanged _ -> PLAYBACK_CHANGED;
      case Event.ReadinessChanged _ -> READINESS_CHANGED;
      case Event.Refused _ -> REFUSED;
      case Event.Said _ -> SAID;
      case Event.LineEdited _ -> LINE_EDITED;
      case Event.LineRemoved _ -> LINE_REMOVED;
      case Event.Reacted _ -> REACTED;
    };
  }

  /// The type whose name on the wire this is, if there is one.
  static Optional<EventType> named(String wireName) {
    return Optional.ofNullable(BY_NAME.get(wireName));
  }

  /// How it is called on the wire.
  public String wireName() {
    return wireName;
  }
}
