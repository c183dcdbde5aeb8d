package matinee.server.http;

import java.time.format.DateTimeFormatter;
import java.time.format.FormatStyle;
import java.util.Locale;
import java.util.Optional;
import matinee.server.accounts.Account;
import matinee.server.accounts.AccountId;
import matinee.server.accounts.Passport;
import matinee.server.mail.Letter;
import matinee.server.mail.Letters;
import matinee.server.mail.Mail;
import matinee.server.screenings.Post;
import matinee.server.screenings.Screening;
import matinee.server.sql.Writing;

/// Writes reminders of planned evenings to who has a confirmed address, by the time of their zone.
/// Blocks. Safe for use by any thread.
final class ScreeningLetters implements Post {
  private static final DateTimeFormatter TIME =
      DateTimeFormatter.ofLocalizedTime(FormatStyle.SHORT);

  private final Mail mail;
  private final Passport passport;
  private final PublicAddress home;

  ScreeningLetters(Mail mail, Passport passport, PublicAddress home) {
    this.mail = mail;
    this.passport = passport;
    this.home = home;
  }

  @Override
  public Optional<Writing> reminder(AccountId to, Screening screening) {
    return passport
        .accounts("")
        .of(to)
        .filter(it -> it.confirmed().isPresent())
        .flatMap(it -> letter(it, screening))
        .map(letter -> session -> mail.queuing(letter, "").on(session));
  }

  private Optional<Letter> letter(Account account, Screening screening) {
    var language = AccountLetters.language(account);
    var zone = account.profile().timeZone().orElse(screening.time().zone());
    var when =
        TIME.withLocale(Locale.forLanguageTag(language.tag()))
            .format(screening.time().instant().atZone(zone));
    var soon =
        new Letters.Soon(
            AccountLetters.inOneLine(screening.film().title()),
            "%s (%s)".formatted(when, zone.getId()),
            home.at(ScreeningText.path(screening)));
    return AccountLetters.address(account.email())
        .map(to -> Letters.reminder(to, language, AccountLetters.name(account), soon));
  }
}
