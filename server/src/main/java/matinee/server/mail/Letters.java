package matinee.server.mail;

import java.net.URI;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;

/// Writes the letters. Each function throws `IllegalArgumentException` for a name or a title that
/// is empty, longer than 200 characters or has what is no text, CR and LF among it; and for a link
/// that is no web address of at most 2,000.
public final class Letters {
  private static final int MOST = 200;
  private static final int MOST_OF_LINK = 2_000;
  private static final int MOST_OF_NOTE = 300;

  /// What makes programs take words for an address, and lead there who touches them.
  private static final Pattern JOINT = Pattern.compile("(?<=\\S)[.:/@](?=\\S)");

  private static final Set<String> WEB = Set.of("http", "https");

  private Letters() {}

  /// Asks who registered as `name` whether the address is theirs; `link` says yes.
  public static Letter confirmation(Address to, Language language, String name, URI link) {
    return toSomebody(Kind.CONFIRMATION, to, language, name, link);
  }

  private static Letter toSomebody(
      Kind kind, Address to, Language language, String name, URI link) {
    return write(kind, to, language, Map.of("name", line(name), "link", web(link)));
  }

  /// Tells who is known as `name` where to choose a new password.
  public static Letter passwordReset(Address to, Language language, String name, URI link) {
    return toSomebody(Kind.PASSWORD_RESET, to, language, name, link);
  }

  /// Asks who is known as `name`, and wants this address for the account, whether it is theirs;
  /// `link` says yes.
  public static Letter addressChange(Address to, Language language, String name, URI link) {
    return toSomebody(Kind.ADDRESS_CHANGE, to, language, name, link);
  }

  /// Tells who is known as `name` that the account is to have another address; `link` undoes it.
  public static Letter addressNotice(Address to, Language language, String name, URI link) {
    return toSomebody(Kind.ADDRESS_NOTICE, to, language, name, link);
  }

  /// Tells who is known as `name` that somebody wanted this address, and that they sign in at
  /// `link`.
  public static Letter addressTaken(Address to, Language language, String name, URI link) {
    return toSomebody(Kind.ADDRESS_TAKEN, to, language, name, link);
  }

  /// What an invitation says: that `name` asks to come to the room which is at `link` and has this
  /// title, or none; in words of their own, a line of at most 300 characters, or none; and that at
  /// the page `stop` one says to want no invitations by letter.
  public record Asking(String name, String room, String note, URI link, URI stop) {}

  /// Asks somebody to come to a room. What others wrote leads nowhere, whatever it looks like.
  public static Letter invitation(Address to, Language language, Asking asking, Stop stop) {
    var room = asking.room().isEmpty() ? "" : line(asking.room());
    var note = asking.note().isEmpty() ? "" : line(asking.note(), MOST_OF_NOTE);
    return write(
        Kind.INVITATION,
        to,
        language,
        Map.of(
            "name", leadingNowhere(line(asking.name())),
            "room", leadingNowhere(room),
            "note", leadingNowhere(note),
            "link", web(asking.link()),
            "stop", web(asking.stop())),
        Optional.of(stop));
  }

  /// `text` with breaks that nobody sees, where else a program would see an address.
  private static String leadingNowhere(String text) {
    return JOINT.matcher(text).replaceAll("$0\u200B");
  }

  /// What a reminder says: that the film called `film` begins at `when`, and the way in is `link`.
  public record Soon(String film, String when, URI link) {}

  /// Reminds who is known as `name`, and said to come, of a film that begins soon.
  public static Letter reminder(Address to, Language language, String name, Soon soon) {
    return write(
        Kind.REMINDER,
        to,
        language,
        Map.of(
            "name", line(name),
            "film", leadingNowhere(line(soon.film())),
            "when", line(soon.when()),
            "link", web(soon.link())));
  }

  /// Says that letters arrive.
  public static Letter test(Address to, Language language) {
    return write(Kind.TEST, to, language, Map.of());
  }

  private static Letter write(
      Kind kind, Address to, Language language, Map<String, String> parameters) {
    return write(kind, to, language, parameters, Optional.empty());
  }

  private static Letter write(
      Kind kind,
      Address to,
      Language language,
      Map<String, String> parameters,
      Optional<Stop> stop) {
    var template = Templates.of(kind, language);
    return new Letter(
        to,
        kind,
        language,
        template.subject(parameters),
        template.plain(parameters),
        template.html(language, parameters),
        stop);
  }

  private static String line(String text) {
    return line(text, MOST);
  }

  private static String line(String text, int most) {
    if (text.isBlank() || text.length() > most || Words.breakALine(text)) {
      throw new IllegalArgumentException(
          "a line in a letter has 1 to %d characters, and none that is no text".formatted(most));
    }
    return text;
  }

  private static String web(URI link) {
    var scheme = String.valueOf(link.getScheme()).toLowerCase(Locale.ROOT);
    var text = link.toASCIIString();
    if (!WEB.contains(scheme) || link.getHost() == null || text.length() > MOST_OF_LINK) {
      throw new IllegalArgumentException(
          "a link in a letter is a web address of at most %d characters".formatted(MOST_OF_LINK));
    }
    return text;
  }
}
