package matinee.wire;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Predicate;
import java.util.regex.Pattern;
import matinee.room.CommandId;
import matinee.room.Wish;

/// A client's way into the room, as `link/src/connection.ts` has it, tickets left out: comes back
/// by itself with backoff and jitter, sends again what has no answer, keeps what is worth keeping.
///
/// Used by one thread. Time, chance and the network are the caller's, by a [Shell].
public final class Link {
  /// How many commands may be without an answer (CO2).
  public static final int MOST_OUTSTANDING = 16;

  private static final double STEP_LIMIT_MS = 10_000;
  private static final double SILENCE_MS = 6_000;
  private static final double SETTLED_MS = 5_000;
  private static final double LATE_TIMER_MS = 1_000;
  private static final double DOUBT_MS = 2_000;
  private static final double KEEP_MS = 10_000;
  private static final double FIRST_CAP_MS = 500;
  private static final double LAST_CAP_MS = 15_000;
  private static final int LEFT = 1000;
  private static final int STOPPING = 1001;
  private static final int MOVED = 4004;
  private static final int FIRST_FOR_GOOD = 4100;
  private static final int LAST_FOR_GOOD = 4199;
  private static final Pattern RETRY = Pattern.compile("retry-after-ms=(\\d{1,9})");

  private final Shell shell;
  private final List<Sent> outstanding = new ArrayList<>();
  private final List<Sent> kept = new ArrayList<>();
  private Phase phase = Phase.RESTING;
  private double sinceMs;
  private double limitMs;
  private int failures;

  /// Where it is on the way.
  public enum Phase {
    OPENING,
    ENTERING,
    LIVE,
    RESTING,
    /// It does not come back by itself.
    OVER
  }

  /// A command, and when it was made.
  private record Sent(ClientMessage.Request request, double atMs) {}

  /// What a client does for its link.
  public interface Shell {
    /// The client's own clock, from any zero.
    double nowMs();

    /// From 0 to 1.
    double chance();

    /// Opens a connection in place of the one before.
    void open();

    /// Sends [ClientMessage.Enter] over the open connection.
    void enter();

    /// Sends `message` over the open connection.
    void send(ClientMessage message);

    /// Sends a heartbeat at once.
    void probe();

    /// Closes the connection, if there is one, and forgets it.
    void drop();

    /// The command is over without an answer.
    void gone(CommandId id);
  }

  /// Rests until [#setOut].
  public Link(Shell shell) {
    this.shell = shell;
  }

  /// Where it is now.
  public Phase phase() {
    return phase;
  }

  /// Is the client in the room?
  public boolean isLive() {
    return phase == Phase.LIVE;
  }

  /// Has every command an answer, and none waits to be sent?
  public boolean isIdle() {
    return outstanding.isEmpty() && kept.isEmpty();
  }

  /// Sets out, or tries again at once.
  public void setOut() {
    failures = 0;
    tryAgain();
  }

  private void tryAgain() {
    phase = Phase.OPENING;
    limitMs = shell.nowMs() + STEP_LIMIT_MS;
    shell.open();
  }

  /// The connection is open.
  public void opened() {
    if (phase == Phase.OPENING) {
      phase = Phase.ENTERING;
      limitMs = shell.nowMs() + STEP_LIMIT_MS;
      shell.enter();
    }
  }

  /// Something came.
  public void heard() {
    if (phase == Phase.LIVE) {
      limitMs = Double.POSITIVE_INFINITY;
    }
  }

  /// The room has let the client in.
  public void welcomed() {
    if (phase != Phase.ENTERING) {
      return;
    }
    phase = Phase.LIVE;
    sinceMs = shell.nowMs();
    limitMs = Double.POSITIVE_INFINITY;
    sift();
    outstanding.replaceAll(each -> new Sent(each.request.sentAgain(), each.atMs));
    outstanding.addAll(kept);
    kept.clear();
    outstanding.forEach(each -> shell.send(each.request));
  }

  /// The command has its answer.
  public void answered(CommandId id) {
    outstanding.removeIf(each -> each.request.id().equals(id));
  }

  /// What came does not follow what is known.
  public void gap() {
    if (phase != Phase.RESTING && phase != Phase.OVER) {
      lose(Optional.empty());
    }
  }

  /// The connection has ended, with this close code (CL).
  public void closed(int code, String reason) {
    if (code == LEFT || (code >= FIRST_FOR_GOOD && code <= LAST_FOR_GOOD)) {
      end();
    } else {
      var named = RETRY.matcher(reason);
      boolean mayName = code == STOPPING || code == MOVED;
      lose(
          mayName && named.find() ? Optional.of(Double.valueOf(named.group(1))) : Optional.empty());
    }
  }

  /// A probe has left.
  public void probed() {
    if (phase == Phase.LIVE) {
      limitMs = Math.min(limitMs, shell.nowMs() + SILENCE_MS);
    }
  }

  /// Something about the network changed.
  public void doubt() {
    switch (phase) {
      case RESTING -> tryAgain();
      case LIVE -> {
        limitMs = Math.min(limitMs, shell.nowMs() + DOUBT_MS);
        shell.probe();
      }
      case OPENING, ENTERING, OVER -> {}
    }
  }

  /// Sends a command, or keeps it until there is a connection.
  public void command(ClientMessage.Request request) {
    var sent = new Sent(request, shell.nowMs());
    switch (phase) {
      case OVER -> shell.gone(request.id());
      case LIVE -> {
        if (outstanding.size() >= MOST_OUTSTANDING) {
          shell.gone(request.id());
        } else {
          outstanding.add(sent);
          shell.send(request);
        }
      }
      case OPENING, ENTERING, RESTING -> keep(sent);
    }
  }

  private void keep(Sent sent) {
    int slot = slot(sent.request.wish());
    if (slot == 0 || kept.size() + outstanding.size() >= MOST_OUTSTANDING) {
      shell.gone(sent.request.id());
      return;
    }
    if (slot > 0) {
      forget(older -> slot(older.request.wish()) == slot);
    }
    kept.add(sent);
  }

  /// Of two kept wishes of one slot only the newer counts; 0 is not kept, what is below is kept for
  /// as long as it takes.
  private static int slot(Wish wish) {
    if (wish instanceof Wish.Play || wish instanceof Wish.Pause) {
      return 1;
    }
    if (wish instanceof Wish.Seek) {
      return 2;
    }
    return wish instanceof Wish.Say ? -1 : 0;
  }

  private void sift() {
    double nowMs = shell.nowMs();
    forget(each -> slot(each.request.wish()) > 0 && each.atMs + KEEP_MS <= nowMs);
  }

  private void forget(Predicate<Sent> which) {
    var gone = kept.stream().filter(which).toList();
    kept.removeAll(gone);
    gone.forEach(each -> shell.gone(each.request.id()));
  }

  /// When [#timer] has something to do next, by the shell's clock; infinity for never.
  public double dueMs() {
    return phase == Phase.OVER ? Double.POSITIVE_INFINITY : limitMs;
  }

  /// To be called often, at the latest when [#dueMs] says.
  public void timer() {
    if (phase == Phase.OVER || shell.nowMs() < limitMs) {
      return;
    }
    switch (phase) {
      case OPENING, ENTERING -> lose(Optional.empty());
      case RESTING -> tryAgain();
      case LIVE -> silence();
      case OVER -> {}
    }
  }

  /// A client that was asleep has not heard because it did not listen: it asks once more.
  private void silence() {
    if (shell.nowMs() - limitMs < LATE_TIMER_MS) {
      lose(Optional.empty());
    } else {
      limitMs = shell.nowMs() + DOUBT_MS;
      shell.probe();
    }
  }

  private void lose(Optional<Double> afterMs) {
    double nowMs = shell.nowMs();
    if (phase == Phase.LIVE && nowMs - sinceMs >= SETTLED_MS) {
      failures = 0;
    }
    double capMs = Math.min(LAST_CAP_MS, FIRST_CAP_MS * Math.pow(2, Math.min(failures, 10)));
    phase = Phase.RESTING;
    limitMs = nowMs + afterMs.orElseGet(() -> shell.chance() * capMs);
    failures++;
    shell.drop();
  }

  /// The person leaves for good, or nobody is to come back.
  public void end() {
    if (phase == Phase.OVER) {
      return;
    }
    phase = Phase.OVER;
    shell.drop();
    outstanding.forEach(each -> shell.gone(each.request.id()));
    kept.forEach(each -> shell.gone(each.request.id()));
    outstanding.clear();
    kept.clear();
  }
}
