package matinee.server.invitations;

import java.util.Optional;

/// To whom an invitation was sent: to the address `to`, in a `language` (BCP 47), with a `note` of
/// whoever invites, one line of at most 300 characters (UTF-16 units), maybe none; and the id of
/// the `letter` that carries it, unless none does.
public record Sent(String to, String note, String language, Optional<String> letter) {
  public static final int MAX_NOTE = 300;

  /// Throws `IllegalArgumentException`, with why, for a note that is no line, or too long.
  public Sent {
    note = note.strip();
    if (note.length() > MAX_NOTE) {
      throw new IllegalArgumentException("note must have at most " + MAX_NOTE + " characters");
    }
    if (note.codePoints()
        .anyMatch(it -> Offer.isForbidden(it) || it == '\u2028' || it == '\u2029')) {
      throw new IllegalArgumentException("note must be one line of text");
    }
  }
}
