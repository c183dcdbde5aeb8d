package matinee.room;

/// What the host, or the owner, has set for the room (RI2, GA6, OD4).
public record Settings(Control control, GatePolicy gate, boolean locked) {
  static final Settings NEW = new Settings(Control.EVERYONE, GatePolicy.Everyone.EVERYONE, false);

  Settings with(Control next) {
    return new Settings(next, gate, locked);
  }

  Settings with(GatePolicy next) {
    return new Settings(control, next, locked);
  }

  Settings locked(boolean nowLocked) {
    return new Settings(control, gate, nowLocked);
  }
}
