package matinee.browser;

import matinee.sync.Act;
import org.teavm.jso.JSBody;
import org.teavm.jso.JSObject;
import org.teavm.jso.JSProperty;

/// `Act` of core.d.ts. Nearly every step answers hold: that is one object, made once.
public interface ActView extends JSObject {
  @JSProperty
  String getType();

  @JSProperty
  double getPositionMs();

  @JSProperty
  double getRate();

  @JSProperty
  boolean isPreservesPitch();

  @JSProperty
  double getAtMs();

  /// The act as pages see it.
  static ActView of(Act act) {
    return switch (act) {
      case Act.Hold _ -> Shared.HOLD;
      case Act.Pause _ -> Shared.PAUSE;
      case Act.SeekTo(double positionMs) -> Made.seek(positionMs);
      case Act.SetRate(double rate, boolean preservesPitch) -> Made.rate(rate, preservesPitch);
      case Act.PlayAt(double atMs) -> Made.play(atMs);
    };
  }

  /// What a page hands back as it got it; throws on a `type` that is none of them.
  static Act value(ActView act) {
    return switch (act.getType()) {
      case "hold" -> Act.Hold.HOLD;
      case "pause" -> Act.Pause.PAUSE;
      case "seek" -> new Act.SeekTo(act.getPositionMs());
      case "rate" -> new Act.SetRate(act.getRate(), act.isPreservesPitch());
      case "play" -> new Act.PlayAt(act.getAtMs());
      default -> throw new IllegalArgumentException("type is none of an act's");
    };
  }

  /// Acts without a value.
  final class Shared {
    static final ActView HOLD = Made.bare("hold");
    static final ActView PAUSE = Made.bare("pause");

    private Shared() {}
  }

  /// Plain objects.
  final class Made {
    private Made() {}

    @JSBody(params = "type", script = "return Object.freeze({type: type});")
    static native ActView bare(String type);

    @JSBody(params = "positionMs", script = "return {type: 'seek', positionMs: positionMs};")
    static native ActView seek(double positionMs);

    @JSBody(
        params = {"rate", "preservesPitch"},
        script = "return {type: 'rate', rate: rate, preservesPitch: preservesPitch};")
    static native ActView rate(double rate, boolean preservesPitch);

    @JSBody(params = "atMs", script = "return {type: 'play', atMs: atMs};")
    static native ActView play(double atMs);
  }
}
