package matinee.server.mail;

import java.util.regex.Pattern;

/// Who writes the letters: a name for people, which may be empty, and an address that the mail
/// server may send for. The name has at most 100 characters.
public record From(String name, Address address) {
  private static final int MOST = 100;
  private static final Pattern WRITTEN =
      Pattern.compile("\"?(?<name>[^<>\"]*)\"?\\s*<(?<address>[^<>]*)>");

  /// Throws `IllegalArgumentException` for a name that cannot stand in a line.
  public From {
    if (name.length() > MOST || Words.breakALine(name)) {
      throw new IllegalArgumentException(
          "the name has more than %d characters, or some that are no text".formatted(MOST));
    }
  }

  /// What `text` says: an address, or `Name <address>`. Throws `IllegalArgumentException`, with how
  /// to write it.
  public static From parse(String text) {
    var written = WRITTEN.matcher(text);
    try {
      return written.matches()
          ? new From(written.group("name").strip(), new Address(written.group("address").strip()))
          : new From("", new Address(text));
    } catch (IllegalArgumentException e) {
      throw new IllegalArgumentException(
          "'%s' is not from whom letters could come, %s or Matinee <matinee@example.org>"
              .formatted(Words.inOneLine(text, MOST), e.getMessage()),
          e);
    }
  }
}
