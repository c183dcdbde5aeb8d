package matinee.room;

/// Names one command of one member, chosen by the sender; the key of idempotency (rule ID1). 1 to
/// 64 characters of `A-Z a-z 0-9 - _`.
public record CommandId(String value) {
  private static final String PLANNED = "planned-";

  public CommandId {
    Identifiers.check("command id", value);
  }

  /// The id of `what` was planned to happen (ID7); it has 56 characters at most.
  public static CommandId planned(String what) {
    return new CommandId(PLANNED + what);
  }

  /// Is it an id that nobody may choose, because it is kept for what was planned (ID7)?
  public boolean isPlanned() {
    return value.startsWith(PLANNED);
  }
}
