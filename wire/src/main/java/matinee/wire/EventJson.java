package matinee.wire;

import matinee.room.Author;
import matinee.room.Cause;
import matinee.room.Event;
import matinee.room.ProposalEnd;
import matinee.room.Readiness;
import matinee.room.Reason;
import matinee.room.Recorded;

/// The JSON of recorded events: each is a message of its own, named by its `type`.
final class EventJson {
  private static final ProposalEnd[] PROPOSAL_ENDS = ProposalEnd.values();
  private static final Cause[] CAUSES = Cause.values();
  private static final Reason[] REASONS = Reason.values();
  private static final Readiness[] READINESSES = Readiness.values();

  private EventJson() {}

  /// The event that `fields` are, its type among them.
  static Recorded read(Fields fields) {
    return read(fields.text("type"), fields);
  }

  /// The recorded event that a message called `type` carries.
  static Recorded read(String type, Fields fields) {
    var event = readEvent(type, fields);
    return new Recorded(
        fields.revision("revision"), fields.time("atMs"), readAuthor(fields), event);
  }

  private static Event readEvent(String type, Fields fields) {
    var known = EventType.named(type).orElseThrow(() -> fields.fault("type", "is not known"));
    return switch (known) {
      case JOINED -> new Event.Joined(fields.member("member"), WishJson.readName(fields));
      case LOST -> new Event.Lost(fields.member("member"));
      case RETURNED -> new Event.Returned(fields.member("member"));
      case LEFT -> new Event.Left(fields.member("member"));
      case RENAMED -> new Event.Renamed(fields.member("member"), WishJson.readName(fields));
      case HOST_CHANGED -> new Event.HostChanged(fields.member("host"));
      case CONTROL_CHANGED -> new Event.ControlChanged(fields.object("control", ControlJson::read));
      case STANDING_CHANGED ->
          new Event.StandingChanged(fields.member("member"), PeopleJson.readStanding(fields));
      case KICKED -> new Event.Kicked(fields.member("member"));
      case BANNED -> new Event.Banned(fields.member("member"));
      case UNBANNED -> new Event.Unbanned(fields.member("member"));
      case MUTED_CHANGED -> new Event.MutedChanged(fields.member("member"), fields.flag("muted"));
      case LOCK_CHANGED -> new Event.LockChanged(fields.flag("locked"));
      case DOOR_CHANGED -> new Event.DoorChanged(fields.object("door", DoorJson::read));
      case OWNER_CHANGED -> new Event.OwnerChanged(fields.member("owner"));
      case CLOSED -> new Event.Closed();
      case MOVED_AWAY -> new Event.MovedAway(RegionJson.read(fields, "region"));
      case MOVED_HERE ->
          new Event.MovedHere(RegionJson.read(fields, "region"), fields.whole("shiftMs"));
      case SLOW_MODE_CHANGED -> new Event.SlowModeChanged(SlowModeJson.read(fields));
      case WRITERS_CHANGED -> new Event.WritersChanged(WritersJson.read(fields));
      case GIANT_CHANGED -> new Event.GiantChanged(fields.flag("giant"));
      case PROPOSED -> readProposed(fields);
      case PROPOSAL_ENDED ->
          new Event.ProposalEnded(fields.member("member"), fields.oneOf("end", PROPOSAL_ENDS));
      case QUEUED ->
          new Event.Queued(fields.member("member"), fields.object("media", MediaJson::read));
      case DEQUEUED -> new Event.Dequeued(fields.revision("item"));
      case QUEUE_MOVED -> new Event.QueueMoved(fields.revision("item"), WishJson.readPlace(fields));
      case VOTE_CHANGED ->
          new Event.VoteChanged(
              fields.member("member"), fields.revision("item"), fields.flag("up"));
      case AUTO_ADVANCE_CHANGED -> new Event.AutoAdvanceChanged(fields.flag("on"));
      case ADVANCE_SCHEDULED -> new Event.AdvanceScheduled(fields.time("dueMs"));
      case ADVANCE_CANCELLED -> new Event.AdvanceCancelled();
      case GATE_CHANGED -> new Event.GateChanged(fields.object("gate", GateJson::read));
      case EXCUSED_CHANGED ->
          new Event.ExcusedChanged(fields.member("member"), fields.flag("excused"));
      case MEDIA_LOADED -> new Event.MediaLoaded(fields.object("media", MediaJson::read));
      case LENGTH_LEARNT -> new Event.LengthLearnt(MediaJson.readKnownLength(fields));
      case FILM_GREW -> new Event.FilmGrew(MediaJson.readAvailable(fields));
      case FILM_VANISHED -> new Event.FilmVanished();
      case PLAYBACK_CHANGED ->
          new Event.PlaybackChanged(
              fields.oneOf("cause", CAUSES), fields.object("playback", PlaybackJson::read));
      case READINESS_CHANGED -> readReadiness(fields);
      case REFUSED -> new Event.Refused(fields.oneOf("reason", REASONS));
      case SAID -> new Event.Said(LineJson.readText(fields), LineJson.readRegards(fields));
      case LINE_EDITED ->
          new Event.LineEdited(
              fields.revision("line"), LineJson.readText(fields), LineJson.readMentions(fields));
      case LINE_REMOVED -> new Event.LineRemoved(fields.revision("line"), fields.member("member"));
      case REACTED -> readReacted(fields);
    };
  }

  private static Event readReadiness(Fields fields) {
    return new Event.ReadinessChanged(
        fields.member("member"), fields.oneOf("readiness", READINESSES));
  }

  private static Event readReacted(Fields fields) {
    return new Event.Reacted(
        fields.revision("line"), LineJson.readEmoji(fields), fields.flag("on"));
  }

  private static Author readAuthor(Fields fields) {
    return fields.has("by") || fields.has("command")
        ? new Author.ByMember(fields.member("by"), fields.command("command"))
        : Author.Room.ROOM;
  }

  static void write(JsonWriter json, Recorded recorded) {
    json.open(EventType.of(recorded.event()).wireName())
        .field("revision", recorded.revision())
        .field("atMs", recorded.at());
    switch (recorded.author()) {
      case Author.ByMember(var member, var command) ->
          json.field("by", member.value()).field("command", command.value());
      case Author.Room _ -> {}
    }
    writeEvent(json, recorded.event());
    json.close();
  }

  private static void writeOfQueue(JsonWriter json, Event.OfQueue event) {
    switch (event) {
      case Event.Queued(var member, var media) -> {
        json.field("member", member.value());
        MediaJson.write(json, media);
      }
      case Event.Dequeued(long item) -> json.field("item", item);
      case Event.QueueMoved(long item, int to) -> json.field("item", item).field("to", to);
      case Event.VoteChanged(var member, long item, boolean up) ->
          json.field("member", member.value()).field("item", item).field("up", up);
      case Event.AutoAdvanceChanged(boolean on) -> json.field("on", on);
      case Event.AdvanceScheduled(var due) -> json.field("dueMs", due);
      case Event.AdvanceCancelled _ -> {}
    }
  }

  private static Event.Proposed readProposed(Fields fields) {
    return new Event.Proposed(
        fields.member("member"),
        fields.object("wish", WishJson::readProposed),
        fields.time("untilMs"));
  }

  private static void writeOfLine(JsonWriter json, Event.OfLine event) {
    switch (event) {
      case Event.LineEdited(_, var text, var mentions) ->
          LineJson.writeMentions(json.field("text", text), mentions);
      case Event.LineRemoved(_, var member) -> json.field("member", member.value());
      case Event.Reacted(_, var emoji, boolean on) -> json.field("emoji", emoji).field("on", on);
    }
  }

  private static void writeEvent(JsonWriter json, Event event) {
    switch (event) {
      case Event.Joined(var member, var name) ->
          json.field("member", member.value()).field("name", name);
      case Event.Lost(var member) -> json.field("member", member.value());
      case Event.Returned(var member) -> json.field("member", member.value());
      case Event.Left(var member) -> json.field("member", member.value());
      case Event.Renamed(var member, var name) ->
          json.field("member", member.value()).field("name", name);
      case Event.HostChanged(var host) -> json.field("host", host.value());
      case Event.ControlChanged(var control) -> ControlJson.write(json, control);
      case Event.StandingChanged(var member, var standing) ->
          json.field("member", member.value()).field("standing", standing.name());
      case Event.Kicked(var member) -> json.field("member", member.value());
      case Event.Banned(var member) -> json.field("member", member.value());
      case Event.Unbanned(var member) -> json.field("member", member.value());
      case Event.MutedChanged(var member, boolean muted) ->
          json.field("member", member.value()).field("muted", muted);
      case Event.LockChanged(boolean locked) -> json.field("locked", locked);
      case Event.DoorChanged(var door) -> DoorJson.write(json, door);
      case Event.OwnerChanged(var owner) -> json.field("owner", owner.value());
      case Event.Closed _ -> {}
      case Event.MovedAway(var to) -> json.field("region", to.value());
      case Event.MovedHere(var from, long shiftMs) ->
          json.field("region", from.value()).field("shiftMs", shiftMs);
      case Event.SlowModeChanged(var slow) -> SlowModeJson.write(json, slow);
      case Event.WritersChanged(var writers) -> WritersJson.write(json, writers);
      case Event.GiantChanged(boolean giant) -> json.field("giant", giant);
      case Event.Proposed(var member, var wish, var until) -> {
        json.field("member", member.value());
        WishJson.writeNamed(json, wish);
        json.field("untilMs", until);
      }
      case Event.ProposalEnded(var member, var end) ->
          json.field("member", member.value()).field("end", end.name());
      case Event.OfQueue ofQueue -> writeOfQueue(json, ofQueue);
      case Event.GateChanged(var gate) -> GateJson.write(json, gate);
      case Event.ExcusedChanged(var member, boolean excused) ->
          json.field("member", member.value()).field("excused", excused);
      case Event.MediaLoaded(var media) -> MediaJson.write(json, media);
      case Event.LengthLearnt(var length) -> MediaJson.writeLength(json, length);
      case Event.FilmGrew(var available) -> MediaJson.writeAvailable(json, available);
      case Event.FilmVanished _ -> {}
      case Event.PlaybackChanged(var cause, var playback) -> {
        json.field("cause", cause.name());
        PlaybackJson.write(json, playback);
      }
      case Event.ReadinessChanged(var member, var readiness) ->
          json.field("member", member.value()).field("readiness", readiness.name());
      case Event.Refused(var reason) -> json.field("reason", reason.name());
      case Event.Said(var text, var regards) -> LineJson.write(json, text, regards);
      case Event.OfLine ofLine -> writeOfLine(json.field("line", ofLine.line()), ofLine);
    }
  }
}
