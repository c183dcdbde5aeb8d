package matinee.room;

/// Who may do one thing with the film (RI1). The owner counts as host.
public enum ControlPolicy {
  EVERYONE,
  /// Whoever has not the lead proposes it, and the host or the owner answers (AS1).
  ASK,
  HOST_ONLY
}
