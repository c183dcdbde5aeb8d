package matinee.browser;

import java.util.Optional;
import matinee.sync.Coalescer;
import org.teavm.jso.JSBody;
import org.teavm.jso.JSExport;
import org.teavm.jso.JSObject;

/// A [Coalescer] as pages see it; `Coalescer` in core.d.ts.
public final class PageCoalescer {
  private final Coalescer<JSObject> coalescer = new Coalescer<>();

  @JSExport
  public JSObject offer(double nowMs, JSObject value) {
    return orUndefined(coalescer.offer(nowMs, value));
  }

  @JSExport
  public JSObject due(double nowMs) {
    return orUndefined(coalescer.due(nowMs));
  }

  @JSExport
  public double dueAtMs() {
    return coalescer.dueAtMs();
  }

  private static JSObject orUndefined(Optional<JSObject> value) {
    return value.orElseGet(PageCoalescer::undefined);
  }

  @JSBody(script = "return undefined;")
  private static native JSObject undefined();
}
