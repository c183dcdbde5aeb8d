package matinee.browser;

import org.teavm.jso.JSExport;
import org.teavm.jso.JSObject;

/// What the ES module exports. Nothing here reads a clock or sets a timer; what is given nonsense
/// throws.
public final class Core {
  private Core() {}

  /// A replica that knows nothing yet.
  @JSExport
  public static PageReplica createReplica() {
    return new PageReplica();
  }

  /// The canonical text of a client's message; throws an error that names the field when malformed.
  @JSExport
  public static String decodeClient(String text) {
    return Messages.decodeClient(text);
  }

  /// The canonical text of a server's message; throws an error that names the field when malformed.
  @JSExport
  public static String decodeServer(String text) {
    return Messages.decodeServer(text);
  }

  /// A room clock that knows nothing; its first probe is due at `nowMs`.
  @JSExport
  public static PageClock createRoomClock(double nowMs) {
    return new PageClock(nowMs);
  }

  /// A follower of nothing yet; `learnt` is a list of numbers that an earlier one gave, or anything
  /// else.
  @JSExport
  public static PageFollower createFollower(
      PageClock clock, CapabilitiesView capabilities, JSObject learnt) {
    return new PageFollower(clock, capabilities, learnt);
  }

  /// A wish filter that compares with the room that `follower` follows.
  @JSExport
  public static PageWishFilter createWishFilter(PageFollower follower) {
    return new PageWishFilter(follower);
  }

  /// A coalescer that holds nothing.
  @JSExport
  public static PageCoalescer createCoalescer() {
    return new PageCoalescer();
  }
}
