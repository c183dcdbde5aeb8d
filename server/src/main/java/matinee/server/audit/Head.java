package matinee.server.audit;

import java.util.Optional;
import java.util.regex.Pattern;

/// How far a chain goes: its newest link's number and hash. Written as `17:HASH`. Who notes it
/// elsewhere can tell later that the chain was not put back or written anew.
public record Head(long seq, String hash) {
  private static final Pattern WRITTEN = Pattern.compile("(\\d{1,18}):([0-9a-f]{64})");

  static final Head BEGINNING = new Head(0, Link.BEGINNING);

  static Head of(Link link) {
    return new Head(link.seq(), link.hash());
  }

  /// The head that is written as `text`, if it is one.
  public static Optional<Head> parse(String text) {
    var found = WRITTEN.matcher(text.strip());
    return found.matches()
        ? Optional.of(new Head(Long.parseLong(found.group(1)), found.group(2)))
        : Optional.empty();
  }

  /// The link that follows it.
  Link followedBy(Entry entry) {
    return Link.after(hash, seq + 1, entry);
  }

  @Override
  public String toString() {
    return seq + ":" + hash;
  }
}
