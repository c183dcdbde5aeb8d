package matinee.server.stores;

/// Is told of each question to a store. Called by the thread that asked: must be quick and must not
/// throw.
@FunctionalInterface
public interface StoreMeter {
  /// Tells nobody.
  StoreMeter NOBODY = (_, _, _, _) -> {};

  /// What a store was asked for.
  enum Question {
    PUT,
    READ,
    SIZE,
    DELETE,
    LIST
  }

  /// What came of it.
  enum Outcome {
    DONE,
    MISSING,
    /// The store could not be reached, or did not let itself be used.
    AWAY,
    FAILED
  }

  /// `question` came to `outcome` after `nanos` nanoseconds, to the first byte of what is read, and
  /// moved `bytes`.
  void asked(Question question, Outcome outcome, long nanos, long bytes);
}
