package matinee.sync;

import java.util.ArrayList;
import java.util.List;
import matinee.room.Rates;
import matinee.room.Wish;

/// Tells a person's wish from the echo of the program's own act, where a media element is driven
/// from outside too: media keys, picture in picture, a site's own controls.
///
/// The caller tells each act that it does, and each event of the element. An event that answers an
/// act, or that agrees with the room, is an echo; what contradicts the room is a wish; a stall
/// never is. What answers what is told by the act's own value, not by timing: an act whose event
/// did not come (it changed nothing) is forgotten after five seconds, or when a later one of its
/// kind is answered.
public final class WishFilter {
  private static final double FORGOTTEN_AFTER_MS = 5_000;
  private static final double SAME_POSITION_MS = 50;
  private static final double SAME_RATE = 0.001;

  /// A position this near to the room's is no wish: about what people cannot aim by hand.
  private static final double AGREED_POSITION_MS = 500;

  /// A speed this near to the room's is a correction.
  private static final double AGREED_RATE = 0.045;

  /// So soon before the room starts a play agrees with it.
  private static final double ABOUT_TO_START_MS = 1_500;

  /// What an element tells.
  public enum ElementEvent {
    PLAY,
    PAUSE,
    SEEKING,
    RATE_CHANGE,
    WAITING
  }

  /// What an event was found to be.
  public sealed interface Judgement {
    /// The program's own doing, or nothing new.
    enum Echo implements Judgement {
      ECHO
    }

    /// The element lacks data.
    enum Stall implements Judgement {
      STALL
    }

    /// A person's wish.
    record Wished(Wish wish) implements Judgement {}
  }

  private record Asked(Act act, double atMs) {}

  private final Follower follower;
  private final List<Asked> asked = new ArrayList<>();

  /// Has the element told that it stopped at the end where it is, or was?
  private boolean endTold;

  /// When it was led away from an end of which it had not told.
  private double ledAwayAtMs = Double.NEGATIVE_INFINITY;

  /// Compares with the room that `follower` follows.
  public WishFilter(Follower follower) {
    this.follower = follower;
  }

  /// `act` is being done to the element; for a play, when play() is really called.
  public void asked(Act act, double nowMs) {
    asked.removeIf(earlier -> nowMs - earlier.atMs > FORGOTTEN_AFTER_MS);
    asked.add(new Asked(act, nowMs));
    if (act instanceof Act.PlayAt) {
      begins();
    } else if (act instanceof Act.SeekTo && follower.hasEnded() && !endTold) {
      ledAwayAtMs = nowMs;
    }
  }

  /// The element moves: an end that comes is another one.
  private void begins() {
    endTold = false;
    ledAwayAtMs = Double.NEGATIVE_INFINITY;
  }

  /// What `event` is, from an element that was seen so just after.
  public Judgement judge(ElementEvent event, PlayerSample seen) {
    asked.removeIf(act -> seen.atMs() - act.atMs > FORGOTTEN_AFTER_MS);
    if (event == ElementEvent.WAITING) {
      return Judgement.Stall.STALL;
    }
    boolean atEnd = event == ElementEvent.PAUSE && tellsOfAnEnd(seen);
    if (answers(event, seen) || atEnd || !isKnown(seen) || agrees(event, seen)) {
      return Judgement.Echo.ECHO;
    }
    return wish(event, seen);
  }

  /// An element that comes to its end pauses, and may tell of it only when it was led away already.
  private boolean tellsOfAnEnd(PlayerSample seen) {
    boolean isLate = seen.atMs() - ledAwayAtMs <= FORGOTTEN_AFTER_MS;
    endTold = seen.state().ended();
    ledAwayAtMs = Double.NEGATIVE_INFINITY;
    return isLate || endTold;
  }

  /// Takes the newest act that `event` answers, and what was asked of the same kind before it. An
  /// act with a value stays: two seeks in a row may be told when both are done, and some players
  /// tell of one twice.
  private boolean answers(ElementEvent event, PlayerSample seen) {
    for (int i = asked.size() - 1; i >= 0; i--) {
      if (isAnsweredBy(asked.get(i).act, event, seen)) {
        int taken = hasValue(asked.get(i).act) ? i : i + 1;
        asked.subList(0, taken).removeIf(earlier -> eventOf(earlier.act) == event);
        return true;
      }
    }
    return false;
  }

  private static boolean isAnsweredBy(Act act, ElementEvent event, PlayerSample seen) {
    if (eventOf(act) != event) {
      return false;
    }
    return switch (act) {
      case Act.SeekTo(double positionMs) ->
          Math.abs(seen.positionMs() - positionMs) <= SAME_POSITION_MS
              || (seen.state().ended() && seen.positionMs() < positionMs);
      case Act.SetRate(double rate, _) -> Math.abs(seen.state().rate() - rate) <= SAME_RATE;
      case Act.PlayAt _, Act.Pause _, Act.Hold _ -> true;
    };
  }

  private static boolean hasValue(Act act) {
    return switch (act) {
      case Act.SeekTo _, Act.SetRate _ -> true;
      case Act.PlayAt _, Act.Pause _, Act.Hold _ -> false;
    };
  }

  private static ElementEvent eventOf(Act act) {
    return switch (act) {
      case Act.PlayAt _ -> ElementEvent.PLAY;
      case Act.Pause _ -> ElementEvent.PAUSE;
      case Act.SeekTo _ -> ElementEvent.SEEKING;
      case Act.SetRate _ -> ElementEvent.RATE_CHANGE;
      case Act.Hold _ -> ElementEvent.WAITING;
    };
  }

  /// Where nobody knows what the room wants, nothing contradicts it.
  private boolean isKnown(PlayerSample seen) {
    return follower.conduct() != Conduct.IDLE
        && !Double.isNaN(follower.targetPositionAt(seen.atMs()));
  }

  private boolean agrees(ElementEvent event, PlayerSample seen) {
    double nowMs = seen.atMs();
    return switch (event) {
      case PLAY -> follower.isMovingAt(nowMs) || follower.isMovingAt(nowMs + ABOUT_TO_START_MS);
      case PAUSE -> !follower.isMovingAt(nowMs);
      case SEEKING ->
          Math.abs(seen.positionMs() - follower.targetPositionAt(nowMs)) <= AGREED_POSITION_MS;
      case RATE_CHANGE ->
          Math.abs(seen.state().rate() / follower.targetRateAt(nowMs) - 1) <= AGREED_RATE;
      case WAITING -> true;
    };
  }

  private static Judgement wish(ElementEvent event, PlayerSample seen) {
    return switch (event) {
      case PLAY -> new Judgement.Wished(new Wish.Play());
      case PAUSE -> new Judgement.Wished(new Wish.Pause());
      case SEEKING ->
          new Judgement.Wished(new Wish.Seek(Math.max(0, Math.round(seen.positionMs()))));
      case RATE_CHANGE ->
          new Judgement.Wished(new Wish.SetRate(Rates.nearest(seen.state().rate())));
      case WAITING -> Judgement.Stall.STALL;
    };
  }
}
