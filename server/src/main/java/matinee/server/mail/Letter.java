package matinee.server.mail;

import java.util.Optional;

/// A letter to one person, ready to be sent: the same as plain text and as HTML. Nobody has to get
/// one with a `stop`. Made by [Letters].
public record Letter(
    Address to,
    Kind kind,
    Language language,
    String subject,
    String plain,
    String html,
    Optional<Stop> stop) {

  /// Throws `IllegalArgumentException` for a subject that is no line.
  public Letter {
    if (Words.breakALine(subject)) {
      throw new IllegalArgumentException("the subject has what is no text");
    }
  }
}
