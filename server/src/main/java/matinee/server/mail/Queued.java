package matinee.server.mail;

/// What became of the wish to send a letter.
public sealed interface Queued {

  /// It waits to be sent, under this id.
  record Waiting(String id) implements Queued {}

  /// It is not sent, and not kept.
  record Refused(Bound bound) implements Queued {}

  /// How many letters may be sent.
  enum Bound {
    /// 10,000 wait at most.
    QUEUE,
    /// Within an hour a person gets 5 of a kind.
    RECIPIENT,
    /// Within an hour 50 come from one sender.
    SENDER,
    /// The addressee wants none like it.
    STOPPED
  }
}
