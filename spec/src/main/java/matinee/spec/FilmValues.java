package matinee.spec;

import static matinee.spec.Values.field;
import static matinee.spec.Values.named;
import static matinee.spec.Values.number;
import static matinee.spec.Values.record;
import static matinee.spec.Values.sequence;
import static matinee.spec.Values.text;
import static matinee.spec.Values.truth;

import java.time.Instant;
import java.util.HashMap;
import java.util.Map;
import matinee.room.Available;
import matinee.room.Control;
import matinee.room.GatePolicy;
import matinee.room.Length;
import matinee.room.Media;
import matinee.room.MediaRef;
import matinee.room.MemberId;
import matinee.room.Playback;
import matinee.room.RegionName;
import matinee.room.RoomState;
import matinee.room.SlowMode;
import matinee.room.Stage;
import matinee.room.Timeline;
import matinee.room.Wish;
import matinee.room.Writers;
import tlc2.value.impl.Value;

/// What commands, events and rooms of one history are made of, as the module `Rules` has it. The
/// table in `TraceRoom.tla` says what becomes of what.
final class FilmValues {
  private static final double THOUSAND = 1_000;

  /// What `Rules` calls `LastPosition` here: TLC's numbers end at 2^31. What is longer than 12 days
  /// is as long as that.
  private static final int LAST_POSITION = 1 << 30;

  static final int NEVER = -1;
  private static final int UNKNOWN = 0;

  private final long baseMs;
  private final Map<Media, Integer> medias = new HashMap<>();

  /// Times are told from `base` on.
  FilmValues(Instant base) {
    baseMs = base.toEpochMilli();
  }

  /// A time; 0 for the beginning of all times, which stands where nothing has happened yet.
  Value time(Instant at) {
    return number(at.equals(Instant.EPOCH) ? 0 : at.toEpochMilli() - baseMs);
  }

  /// A time that may lie before everything that is told.
  Value timeOrNever(Instant at) {
    return number(Math.max(NEVER, at.toEpochMilli() - baseMs));
  }

  static Value id(MemberId member) {
    return text(member.value());
  }

  static Value position(long ms) {
    return number(ms > Length.Known.MAX_MS ? LAST_POSITION + 1L : Math.min(ms, LAST_POSITION));
  }

  static Value rate(double rate) {
    return number(Math.round(rate * THOUSAND));
  }

  static Value length(Length length) {
    return switch (length) {
      case Length.Unknown _ -> number(UNKNOWN);
      case Length.Known(long ms) -> position(ms);
    };
  }

  /// How much of a media there is; NEVER for all of it.
  static Value available(Available available) {
    return switch (available) {
      case Available.All _ -> number(NEVER);
      case Available.Until(long ms) -> position(ms);
    };
  }

  /// Is this the uploaded film that is loaded in `room`? Another is nothing to it.
  static Value isLoaded(RoomState room, MediaRef.Upload film) {
    return truth(room.stage() instanceof Stage.Loaded loaded && loaded.media().ref().equals(film));
  }

  /// What is called `type` and is about a region, whose clock shows `shiftMs` less.
  static Value move(String type, RegionName region, long shiftMs) {
    return named(type, field("region", text(region.value())), field("shift", number(shiftMs)));
  }

  /// In milliseconds; NEVER for what is usual.
  static Value slow(SlowMode slow) {
    return switch (slow) {
      case SlowMode.AsUsual _ -> number(NEVER);
      case SlowMode.Every(int seconds) -> number(seconds * 1_000L);
    };
  }

  /// What is called `type` and tells who writes in the chat.
  static Value writers(String type, Writers writers) {
    return named(type, field("writers", text(writers.name())));
  }

  /// Which of the medias of this history it is, whatever its length.
  private Value which(Media media) {
    var any = media.lasting(new Length.Known(1));
    return number(medias.computeIfAbsent(any, _ -> medias.size()));
  }

  static Value ofMember(String type, MemberId member) {
    return named(type, field("member", id(member)));
  }

  Value wish(Wish wish) {
    return switch (wish) {
      case Wish.Load(var media) ->
          named("load", field("length", length(media.length())), field("media", which(media)));
      case Wish.Play _ -> named("play");
      case Wish.Pause _ -> named("pause");
      case Wish.Seek(long to) -> named("seek", field("position", position(to)));
      case Wish.SetRate(double rate) -> named("setRate", field("rate", rate(rate)));
      case Wish.Enqueue(var media) ->
          named("enqueue", field("media", sequence(media.stream().map(this::media).toList())));
      case Wish.Dequeue(long item) -> named("dequeue", field("item", number(item)));
      case Wish.MoveQueued(long item, int to) ->
          named("moveQueued", field("item", number(item)), field("to", number(to)));
      case Wish.PlayQueued(long item) -> named("playQueued", field("item", number(item)));
      case Wish.SetAutoAdvance(boolean on) -> named("setAutoAdvance", field("on", truth(on)));
      case Wish.Stay _ -> named("stay");
      case Wish.Vote(long item, boolean up) ->
          named("vote", field("item", number(item)), field("up", truth(up)));
      case Wish.SetControl(var control) -> named("setControl", field("control", control(control)));
      case Wish.SetGate(var gate) -> named("setGate", field("gate", gate(gate)));
      case Wish.SetExcused(boolean excused) ->
          named("setExcused", field("excused", truth(excused)));
      case Wish.SetStanding(var member, var standing) ->
          named(
              "setStanding", field("member", id(member)), field("standing", text(standing.name())));
      case Wish.Kick(var member) -> ofMember("kick", member);
      case Wish.Ban(var member) -> ofMember("ban", member);
      case Wish.Unban(var member) -> ofMember("unban", member);
      case Wish.SetMuted(var member, boolean muted) ->
          named("setMuted", field("member", id(member)), field("muted", truth(muted)));
      case Wish.SetSlowMode(var slow) -> named("setSlowMode", field("slow", slow(slow)));
      case Wish.SetWriters(var writers) -> writers("setWriters", writers);
      case Wish.SetLocked(boolean locked) -> named("setLocked", field("locked", truth(locked)));
      case Wish.SetDoor(var door) -> named("setDoor", field("door", DoorValues.door(door)));
      case Wish.GiveRoom(var to) -> ofMember("giveRoom", to);
      case Wish.CloseRoom _ -> named("closeRoom");
      case Wish.Answer(var member, long proposal, boolean accepted) ->
          named(
              "answer",
              field("member", id(member)),
              field("proposal", number(proposal)),
              field("accepted", truth(accepted)));
      case Wish.Withdraw _ -> named("withdraw");
      case Wish.HandOver(var to) -> named("handOver", field("to", id(to)));
      case Wish.Say _ -> named("say");
      case Wish.Edit _ -> named("edit");
      case Wish.RemoveLine _ -> named("removeLine");
      case Wish.React _ -> named("react");
      case Wish.MoveRoom(var to) -> named("moveRoom", field("region", text(to.value())));
      case Wish.Rename _ -> named("rename");
      case Wish.ReportReady(var length) -> named("reportReady", field("length", length(length)));
      case Wish.ReportBuffering _ -> named("reportBuffering");
      case Wish.ReportUnable _ -> named("reportUnable");
    };
  }

  private Value media(Media media) {
    return record(field("length", length(media.length())), field("media", which(media)));
  }

  Value playback(Playback playback) {
    return switch (playback) {
      case Playback.Paused(long at, double rate) ->
          named("paused", field("position", position(at)), field("rate", rate(rate)));
      case Playback.Playing(Timeline(var anchor, long at, double rate)) ->
          named(
              "playing",
              field("anchor", time(anchor)),
              field("position", position(at)),
              field("rate", rate(rate)));
      case Playback.Waiting(long at, double rate, var since, var until) ->
          named(
              "waiting",
              field("position", position(at)),
              field("rate", rate(rate)),
              field("since", time(since)),
              field("until", time(until)));
    };
  }

  static Value control(Control control) {
    return record(
        field("load", text(control.load().name())),
        field("playPause", text(control.playPause().name())),
        field("seek", text(control.seek().name())),
        field("speed", text(control.speed().name())),
        field("queue", text(control.queue().name())));
  }

  static Value gate(GatePolicy gate) {
    return switch (gate) {
      case GatePolicy.Everyone _ -> named("everyone");
      case GatePolicy.Host _ -> named("host");
      case GatePolicy.Quorum(int percent) -> named("quorum", field("percent", number(percent)));
      case GatePolicy.NoOne _ -> named("noOne");
    };
  }
}
