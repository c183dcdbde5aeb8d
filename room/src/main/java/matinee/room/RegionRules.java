package matinee.room;

import java.time.Instant;
import java.util.List;

/// How a room goes to another region, and arrives there: rules RG1 and RG2.
final class RegionRules {

  private RegionRules() {}

  /// RG1: the bytes of an uploaded film stay where they are.
  static Outcome move(RoomState state, RegionName to) {
    return hasUpload(state)
        ? Outcome.refused(Reason.UPLOADED_FILM)
        : Outcome.happens(new Event.MovedAway(to));
  }

  private static boolean hasUpload(RoomState state) {
    boolean isLoaded =
        switch (state.stage()) {
          case Stage.Idle _ -> false;
          case Stage.Loaded loaded -> isUpload(loaded.media());
        };
    return isLoaded || state.queue().items().stream().anyMatch(item -> isUpload(item.media()));
  }

  private static boolean isUpload(Media media) {
    return media.ref() instanceof MediaRef.Upload;
  }

  /// RG2: in the room time of the region where it arrives, nothing is before what came before it.
  static Decision arrive(RoomState state, Command.Arrive arrival, Instant now) {
    if (!state.hasMoved()) {
      return new Decision.Rejected(Reason.NO_CHANGE);
    }
    var latest = state.at().plusMillis(arrival.shiftMs());
    var at = now.isBefore(latest) ? latest : now;
    var event = new Event.MovedHere(arrival.from(), arrival.shiftMs());
    return new Decision.Accepted(
        List.of(new Recorded(state.revision() + 1, at, Author.Room.ROOM, event)));
  }

  /// RG2: the same room by a clock that shows `ms` more.
  static RoomState shifted(RoomState state, long ms) {
    return new RoomState(
        state.revision(),
        state.at().plusMillis(ms),
        shifted(state.stage(), ms),
        state.settings().with(Whereabouts.Here.HERE),
        state.people().changingAll(member -> shifted(member, ms)),
        shifted(state.agenda(), ms),
        state.answered());
  }

  private static Stage shifted(Stage stage, long ms) {
    return switch (stage) {
      case Stage.Idle idle -> idle;
      case Stage.Loaded loaded -> loaded.with(shifted(loaded.playback(), ms));
    };
  }

  private static Playback shifted(Playback playback, long ms) {
    return switch (playback) {
      case Playback.Paused paused -> paused;
      case Playback.Playing(Timeline(var from, long at, double rate)) ->
          new Playback.Playing(new Timeline(from.plusMillis(ms), at, rate));
      case Playback.Waiting(long at, double rate, var since, var until) ->
          new Playback.Waiting(at, rate, since.plusMillis(ms), until.plusMillis(ms));
    };
  }

  private static Member shifted(Member member, long ms) {
    var contact =
        switch (member.contact()) {
          case Contact.Here here -> here;
          case Contact.Lost(var since) -> new Contact.Lost(since.plusMillis(ms));
        };
    return new Member(
        member.id(),
        member.name(),
        new Stay(member.stay().joinedAt().plusMillis(ms), member.stay().spokeAt().plusMillis(ms)),
        member.rank(),
        member.readiness(),
        contact,
        member.grace().shifted(ms));
  }

  private static Agenda shifted(Agenda agenda, long ms) {
    var proposals =
        agenda.proposals().stream()
            .map(it -> new Proposal(it.by(), it.wish(), it.revision(), it.until().plusMillis(ms)))
            .toList();
    var advance =
        switch (agenda.queue().advance()) {
          case Queue.Advance.No no -> no;
          case Queue.Advance.At(var due) -> new Queue.Advance.At(due.plusMillis(ms));
        };
    return new Agenda(proposals, agenda.queue().with(advance));
  }
}
