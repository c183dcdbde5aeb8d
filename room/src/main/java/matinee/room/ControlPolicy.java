package matinee.room;

/// Who may load, play, pause, seek and change speed (RI1).
public enum ControlPolicy {
  EVERYONE,
  HOST_ONLY
}
