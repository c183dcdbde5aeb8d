package matinee.browser;

import matinee.host.Effect;
import org.teavm.jso.JSBody;
import org.teavm.jso.JSObject;

/// `Effect` of keeper.d.ts.
public interface EffectView extends JSObject {

  /// The effect as pages see it.
  static EffectView of(Effect effect) {
    return switch (effect) {
      case Effect.Send(var peer, var text) -> Made.message("send", peer, text);
      case Effect.Answer(var peer, var text) -> Made.message("answer", peer, text);
      case Effect.Pass(var peer, var text) -> Made.message("pass", peer, text);
      case Effect.Close(var peer, var code) -> Made.close(peer, code.number(), code.reason());
    };
  }

  /// Plain objects.
  final class Made {
    private Made() {}

    @JSBody(
        params = {"type", "peer", "text"},
        script = "return {type: type, peer: peer, text: text};")
    static native EffectView message(String type, String peer, String text);

    @JSBody(
        params = {"peer", "code", "reason"},
        script = "return {type: 'close', peer: peer, code: code, reason: reason};")
    static native EffectView close(String peer, int code, String reason);
  }
}
