package matinee.server.fetching;

import java.util.HashMap;
import java.util.Map;
import java.util.concurrent.Semaphore;

/// Who may read now: `atOnce` do, the others wait in the order in which they came, 64 at most, and
/// nobody has more than `each` of all these places. So one person delays nobody for longer than
/// `each` reads take. Any thread.
final class Turns {
  private static final int MAX_WAITING = 64;

  private final Semaphore free;
  private final int places;
  private final int each;
  private final Map<String, Integer> taken = new HashMap<>();
  private int allTaken;

  Turns(int atOnce, int each) {
    this.free = new Semaphore(atOnce, true);
    this.places = atOnce + MAX_WAITING;
    this.each = each;
  }

  /// Takes a place for `person`; false if there is none. Whoever has one calls [#leave] once.
  synchronized boolean enter(String person) {
    var own = taken.getOrDefault(person, 0);
    if (allTaken == places || own == each) {
      return false;
    }
    taken.put(person, own + 1);
    allTaken++;
    return true;
  }

  /// Gives back a place of `person`.
  synchronized void leave(String person) {
    taken.computeIfPresent(person, (_, own) -> own == 1 ? null : own - 1);
    allTaken--;
  }

  /// Waits until it is the caller's turn, which ends with [#end].
  void begin() throws InterruptedException {
    free.acquire();
  }

  /// Lets the next begin.
  void end() {
    free.release();
  }
}
