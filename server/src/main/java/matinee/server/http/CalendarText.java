package matinee.server.http;

import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.Optional;
import matinee.server.screenings.Screening;

/// Screenings as a calendar (iCalendar, RFC 5545): each with an id that stays, the number of its
/// changes, its beginning in UTC, and whether it was called off.
final class CalendarText {
  private static final DateTimeFormatter UTC =
      DateTimeFormatter.ofPattern("yyyyMMdd'T'HHmmss'Z'").withZone(ZoneOffset.UTC);

  /// How long an evening takes, as nobody knows how long a film is before it is played.
  private static final Duration LENGTH = Duration.ofHours(2);

  /// In bytes of UTF-8, its end of line left out (RFC 5545, 3.1).
  private static final int LINE = 75;

  private final StringBuilder text = new StringBuilder();

  private CalendarText() {}

  /// The calendar as of `now`, with links to `home` if that is known.
  static String of(List<Screening> screenings, Optional<PublicAddress> home, Instant now) {
    var calendar = new CalendarText();
    calendar.line("BEGIN:VCALENDAR");
    calendar.line("VERSION:2.0");
    calendar.line("PRODID:-//Matinee//Matinee//EN");
    calendar.line("X-WR-CALNAME:Matinee");
    screenings.forEach(it -> calendar.event(it, home, now));
    calendar.line("END:VCALENDAR");
    return calendar.text.toString();
  }

  private void event(Screening screening, Optional<PublicAddress> home, Instant now) {
    var start = screening.time().instant();
    line("BEGIN:VEVENT");
    line("UID:" + screening.id().value() + "@matinee");
    line("SEQUENCE:" + screening.sequence());
    line("DTSTAMP:" + UTC.format(now));
    line("DTSTART:" + UTC.format(start));
    line("DTEND:" + UTC.format(start.plus(LENGTH)));
    line("SUMMARY:" + escaped(screening.film().title()));
    home.map(it -> it.at(ScreeningText.path(screening)).toString())
        .ifPresent(
            link -> {
              line("URL:" + link);
              line("DESCRIPTION:" + escaped(link));
            });
    line("STATUS:" + (screening.state() == Screening.State.OFF ? "CANCELLED" : "CONFIRMED"));
    line("END:VEVENT");
  }

  private static String escaped(String text) {
    return text.replace("\\", "\\\\").replace(";", "\\;").replace(",", "\\,");
  }

  /// Folds what is too long, never within a character.
  private void line(String line) {
    int bytes = 0;
    for (int at = 0; at < line.length(); at += Character.charCount(line.codePointAt(at))) {
      var character = Character.toString(line.codePointAt(at));
      int size = character.getBytes(StandardCharsets.UTF_8).length;
      if (bytes + size > LINE) {
        text.append("\r\n ");
        bytes = 1;
      }
      text.append(character);
      bytes += size;
    }
    text.append("\r\n");
  }
}
