package matinee.room;

/// What the host, or the owner, has set for the room (RI2, GA6).
public record Settings(Control control, GatePolicy gate) {
  static final Settings NEW = new Settings(Control.EVERYONE, GatePolicy.Everyone.EVERYONE);

  Settings with(Control next) {
    return new Settings(next, gate);
  }

  Settings with(GatePolicy next) {
    return new Settings(control, next);
  }
}
