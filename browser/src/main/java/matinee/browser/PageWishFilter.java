package matinee.browser;

import matinee.room.Wish;
import matinee.sync.WishFilter;
import matinee.sync.WishFilter.ElementEvent;
import matinee.sync.WishFilter.Judgement;
import org.teavm.jso.JSBody;
import org.teavm.jso.JSExport;
import org.teavm.jso.JSObject;

/// A [WishFilter] as pages see it; `WishFilter` in core.d.ts.
public final class PageWishFilter {
  private final WishFilter filter;

  PageWishFilter(PageFollower follower) {
    filter = new WishFilter(follower.follower());
  }

  @JSExport
  public void asked(ActView act, double nowMs) {
    filter.asked(ActView.value(act), nowMs);
  }

  @JSExport
  public JSObject judge(String event, PlayerView seen) {
    return switch (filter.judge(event(event), PlayerView.sample(seen))) {
      case Judgement.Echo _ -> bare("echo");
      case Judgement.Stall _ -> bare("stall");
      case Judgement.Wished(Wish.Play _) -> bare("play");
      case Judgement.Wished(Wish.Pause _) -> bare("pause");
      case Judgement.Wished(Wish.Seek(long positionMs)) -> seek(positionMs);
      case Judgement.Wished(Wish.SetRate(double rate)) -> setRate(rate);
      case Judgement.Wished(Wish other) ->
          throw new IllegalStateException("a player has no such wish");
    };
  }

  private static ElementEvent event(String name) {
    return switch (name) {
      case "play" -> ElementEvent.PLAY;
      case "pause" -> ElementEvent.PAUSE;
      case "seeking" -> ElementEvent.SEEKING;
      case "ratechange" -> ElementEvent.RATE_CHANGE;
      case "waiting" -> ElementEvent.WAITING;
      default -> throw new IllegalArgumentException("no event that could be a wish");
    };
  }

  @JSBody(params = "type", script = "return {type: type};")
  private static native JSObject bare(String type);

  @JSBody(params = "positionMs", script = "return {type: 'seek', positionMs: positionMs};")
  private static native JSObject seek(double positionMs);

  @JSBody(params = "rate", script = "return {type: 'setRate', rate: rate};")
  private static native JSObject setRate(double rate);
}
