package matinee.room;

/// Who may do one thing with the film (RI1). The owner counts as host.
public enum ControlPolicy {
  EVERYONE,
  HOST_ONLY
}
