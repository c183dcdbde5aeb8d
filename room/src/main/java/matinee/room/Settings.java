package matinee.room;

/// What the host, or the owner, has set for the room (RI2, GA6, OD4, CH2, CH10, AC, RG1).
public record Settings(
    Control control,
    GatePolicy gate,
    boolean locked,
    SlowMode slow,
    Writers writers,
    Door door,
    Whereabouts whereabouts) {
  static final Settings NEW =
      new Settings(
          Control.EVERYONE,
          GatePolicy.Everyone.EVERYONE,
          false,
          SlowMode.AsUsual.AS_USUAL,
          Writers.EVERYBODY,
          Door.NEW,
          Whereabouts.Here.HERE);

  Settings with(Control next) {
    return new Settings(next, gate, locked, slow, writers, door, whereabouts);
  }

  Settings with(GatePolicy next) {
    return new Settings(control, next, locked, slow, writers, door, whereabouts);
  }

  Settings locked(boolean nowLocked) {
    return new Settings(control, gate, nowLocked, slow, writers, door, whereabouts);
  }

  Settings with(SlowMode next) {
    return new Settings(control, gate, locked, next, writers, door, whereabouts);
  }

  Settings with(Writers next) {
    return new Settings(control, gate, locked, slow, next, door, whereabouts);
  }

  Settings with(Door next) {
    return new Settings(control, gate, locked, slow, writers, next, whereabouts);
  }

  Settings with(Whereabouts next) {
    return new Settings(control, gate, locked, slow, writers, door, next);
  }
}
