package matinee.room;

/// What the host, or the owner, has set for the room (RI2, GA6, OD4, CH2).
public record Settings(Control control, GatePolicy gate, boolean locked, SlowMode slow) {
  static final Settings NEW =
      new Settings(
          Control.EVERYONE, GatePolicy.Everyone.EVERYONE, false, SlowMode.AsUsual.AS_USUAL);

  Settings with(Control next) {
    return new Settings(next, gate, locked, slow);
  }

  Settings with(GatePolicy next) {
    return new Settings(control, next, locked, slow);
  }

  Settings locked(boolean nowLocked) {
    return new Settings(control, gate, nowLocked, slow);
  }

  Settings with(SlowMode next) {
    return new Settings(control, gate, locked, next);
  }
}
