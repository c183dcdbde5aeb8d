package matinee.room;

/// What the host, or the owner, has set for the room (RI2, GA6, OD4, CH2, RG1).
public record Settings(
    Control control, GatePolicy gate, boolean locked, SlowMode slow, Whereabouts whereabouts) {
  static final Settings NEW =
      new Settings(
          Control.EVERYONE,
          GatePolicy.Everyone.EVERYONE,
          false,
          SlowMode.AsUsual.AS_USUAL,
          Whereabouts.Here.HERE);

  Settings with(Control next) {
    return new Settings(next, gate, locked, slow, whereabouts);
  }

  Settings with(GatePolicy next) {
    return new Settings(control, next, locked, slow, whereabouts);
  }

  Settings locked(boolean nowLocked) {
    return new Settings(control, gate, nowLocked, slow, whereabouts);
  }

  Settings with(SlowMode next) {
    return new Settings(control, gate, locked, next, whereabouts);
  }

  Settings with(Whereabouts next) {
    return new Settings(control, gate, locked, slow, next);
  }
}
