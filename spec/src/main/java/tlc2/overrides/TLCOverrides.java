package tlc2.overrides;

import matinee.spec.RunningTraces;
import org.jspecify.annotations.NullMarked;

/// Where TLC, which looks for a class of this name, learns that the traces of running servers come
/// from [RunningTraces].
@NullMarked
public final class TLCOverrides implements ITLCOverrides {

  @Override
  @SuppressWarnings("rawtypes") // That is what TLC asks for.
  public Class[] get() {
    return RunningTraces.areGiven() ? new Class[] {RunningTraces.class} : new Class[0];
  }
}
