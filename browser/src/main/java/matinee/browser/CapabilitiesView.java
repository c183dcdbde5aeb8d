package matinee.browser;

import matinee.sync.Capabilities;
import org.teavm.jso.JSObject;
import org.teavm.jso.JSProperty;

/// `FollowerCapabilities` of core.d.ts.
public interface CapabilitiesView extends JSObject {
  @JSProperty
  String getRate();

  @JSProperty
  boolean isPitch();

  @JSProperty
  boolean isSteadySeeks();

  @JSProperty
  double getLeastSeekMs();

  /// The same as a value; throws on a `rate` that is none of the three.
  static Capabilities value(CapabilitiesView can) {
    return new Capabilities(
        speeds(can.getRate()), can.isPitch(), can.isSteadySeeks(), can.getLeastSeekMs());
  }

  private static Capabilities.Speeds speeds(String rate) {
    return switch (rate) {
      case "fine" -> Capabilities.Speeds.FINE;
      case "coarse" -> Capabilities.Speeds.COARSE;
      case "none" -> Capabilities.Speeds.NONE;
      default -> throw new IllegalArgumentException("rate must be fine, coarse or none");
    };
  }
}
