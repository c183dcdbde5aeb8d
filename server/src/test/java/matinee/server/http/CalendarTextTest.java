package matinee.server.http;

import static org.assertj.core.api.Assertions.assertThat;

import biweekly.Biweekly;
import biweekly.component.VEvent;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.util.List;
import java.util.Optional;
import matinee.room.Length;
import matinee.room.Media;
import matinee.room.MediaRef;
import matinee.server.accounts.AccountId;
import matinee.server.journal.RoomId;
import matinee.server.screenings.Screening;
import matinee.server.screenings.Screening.State;
import matinee.server.screenings.ScreeningId;
import matinee.server.screenings.Showtime;
import org.junit.jupiter.api.Test;

/// Calendars, as another program reads them.
final class CalendarTextTest {
  private static final Instant NOW = Instant.parse("2026-12-01T12:00:00Z");
  private static final String ID = "8hVb1yT2y6dXn0oYf5XwMs";

  private static Screening screening(String title, int sequence, State state) {
    var film = new Media(new MediaRef.Upload("a"), title, Length.Unknown.UNKNOWN);
    return new Screening(
        new ScreeningId(ID),
        new RoomId("MsQXIwtLsUOA_GKQv1oKUA"),
        new Screening.Owner(new AccountId("ann"), "Ann"),
        film,
        Showtime.of(LocalDateTime.parse("2026-12-24T20:15"), ZoneId.of("Europe/Berlin")),
        sequence,
        state);
  }

  private static String text(Screening screening) {
    var home = PublicAddress.of(List.of(URI.create("https://films.example.org")));
    return CalendarText.of(List.of(screening), Optional.of(home), NOW);
  }

  private static VEvent read(String text) {
    var reader = Biweekly.parse(text);
    var calendar = reader.first();
    assertThat(calendar.validate(biweekly.ICalVersion.V2_0)).isEmpty();
    return calendar.getEvents().getFirst();
  }

  @Test
  void an_evening_is_read_as_it_was_planned() {
    var event = read(text(screening("Nosferatu", 0, State.PLANNED)));

    assertThat(event.getUid().getValue()).isEqualTo(ID + "@matinee");
    assertThat(event.getSequence().getValue()).isZero();
    assertThat(event.getDateStart().getValue().toInstant())
        .isEqualTo(Instant.parse("2026-12-24T19:15:00Z"));
    assertThat(event.getDateEnd().getValue().toInstant())
        .isEqualTo(Instant.parse("2026-12-24T21:15:00Z"));
    assertThat(event.getSummary().getValue()).isEqualTo("Nosferatu");
    assertThat(event.getUrl().getValue()).isEqualTo("https://films.example.org/screenings/" + ID);
    assertThat(event.getStatus().isConfirmed()).isTrue();
  }

  @Test
  void what_was_called_off_is_cancelled_under_the_same_id_with_a_higher_number() {
    var event = read(text(screening("Nosferatu", 2, State.OFF)));

    assertThat(event.getUid().getValue()).isEqualTo(ID + "@matinee");
    assertThat(event.getSequence().getValue()).isEqualTo(2);
    assertThat(event.getStatus().isCancelled()).isTrue();
  }

  @Test
  void a_long_title_in_any_script_is_folded_and_read_back() {
    var title = "Фильм, \\ ещё; фильм 🎬 – ".repeat(7).strip();

    var text = text(screening(title, 0, State.PLANNED));

    assertThat(text.split("\r\n"))
        .allMatch(line -> line.getBytes(StandardCharsets.UTF_8).length <= 75);
    assertThat(text.replace("\r\n", "")).doesNotContain("\n", "\r");
    assertThat(read(text).getSummary().getValue()).isEqualTo(title);
  }
}
