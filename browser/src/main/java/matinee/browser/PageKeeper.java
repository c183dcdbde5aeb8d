package matinee.browser;

import java.util.List;
import matinee.host.Effect;
import matinee.host.Keeper;
import matinee.room.MemberId;
import org.teavm.jso.JSExport;

/// A [Keeper] as pages see it; `Keeper` in keeper.d.ts.
public final class PageKeeper {
  private final Keeper keeper;

  PageKeeper(Keeper keeper) {
    this.keeper = keeper;
  }

  /// The connection `peer` is open, by which `member` comes, who wants to be called `name`. Throws
  /// an error that says which of them is none.
  @JSExport
  public EffectView[] opened(String peer, String member, String name, double nowMs) {
    try {
      return views(keeper.opened(peer, new MemberId(member), name, nowMs));
    } catch (IllegalArgumentException e) {
      throw Thrown.malformed("", String.valueOf(e.getMessage()));
    }
  }

  /// `frame` came from `peer`.
  @JSExport
  public EffectView[] received(String peer, String frame, double nowMs) {
    return views(keeper.received(peer, frame, nowMs));
  }

  /// The connection of `peer` has ended.
  @JSExport
  public EffectView[] closed(String peer, double nowMs) {
    return views(keeper.closed(peer, nowMs));
  }

  /// Nothing happened.
  @JSExport
  public EffectView[] due(double nowMs) {
    return views(keeper.due(nowMs));
  }

  /// When to ask for [#due]; infinity for never.
  @JSExport
  public double dueMs() {
    return keeper.dueMs();
  }

  private static EffectView[] views(List<Effect> effects) {
    return effects.stream().map(EffectView::of).toArray(EffectView[]::new);
  }
}
