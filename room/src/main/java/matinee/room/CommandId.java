package matinee.room;

/// Names one command of one member, chosen by the sender; the key of idempotency (rule ID1). 1 to
/// 64 characters of `A-Z a-z 0-9 - _`.
public record CommandId(String value) {

  public CommandId {
    Identifiers.check("command id", value);
  }
}
