package matinee.server.audit;

/// What came of verifying a chain.
public sealed interface Verdict {

  /// Every link up to `head` is as it was made.
  record Whole(Head head) implements Verdict {}

  /// The first link that is not as it was made, or is missing, and how that is known.
  record Broken(long seq, String why) implements Verdict {}
}
