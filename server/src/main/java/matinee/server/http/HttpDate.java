package matinee.server.http;

import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneOffset;
import java.time.ZonedDateTime;
import java.time.format.DateTimeFormatter;
import java.time.format.DateTimeFormatterBuilder;
import java.time.temporal.ChronoField;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/// Dates as HTTP writes them (RFC 9110, section 5.6.7): whole seconds, in GMT.
final class HttpDate {
  private static final DateTimeFormatter FIXED =
      DateTimeFormatter.ofPattern("EEE, dd MMM yyyy HH:mm:ss 'GMT'", Locale.ENGLISH);
  private static final DateTimeFormatter WITH_SHORT_YEAR =
      new DateTimeFormatterBuilder()
          .appendPattern("EEEE, dd-MMM-")
          .appendValueReduced(ChronoField.YEAR, 2, 2, 1970)
          .appendPattern(" HH:mm:ss 'GMT'")
          .toFormatter(Locale.ENGLISH);
  private static final DateTimeFormatter OF_ASCTIME =
      DateTimeFormatter.ofPattern("EEE MMM ppd HH:mm:ss yyyy", Locale.ENGLISH);
  private static final List<DateTimeFormatter> FORMS = List.of(FIXED, WITH_SHORT_YEAR, OF_ASCTIME);

  private HttpDate() {}

  static String format(Instant instant) {
    return FIXED.format(ZonedDateTime.ofInstant(instant, ZoneOffset.UTC));
  }

  /// The date in any of the three forms that a recipient must understand.
  static Optional<Instant> parse(String text) {
    for (var form : FORMS) {
      try {
        return Optional.of(LocalDateTime.parse(text, form).toInstant(ZoneOffset.UTC));
      } catch (DateTimeException _) {
        // Not this form: the next one.
      }
    }
    return Optional.empty();
  }
}
