package matinee.server.titles;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Path;
import java.security.SecureRandom;
import java.sql.SQLException;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import matinee.server.accounts.Account;
import matinee.server.audit.AuditTrail;
import matinee.server.audit.Link;
import matinee.server.library.FilmId;
import matinee.server.people.Village;
import matinee.server.sql.Database;
import matinee.server.titles.Titles.Outcome;
import matinee.server.titles.Wanted.Order;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// What holds of the titles of somebody's films, in whatever database they are written. Ann changes
/// them at one server, and reads at the other.
abstract class TitlesContract {
  private final Village.Kind kind;
  @TempDir private Path folder;
  private Village village;
  private Titles one;
  private Titles other;
  private Account ann;
  private Uploaded uploaded;

  TitlesContract(Village.Kind kind) {
    this.kind = kind;
  }

  @BeforeEach
  void open() throws SQLException {
    village = new Village(kind, folder);
    uploaded = new Uploaded(village);
    one = server(village.database());
    other = server(village.otherDatabase());
    ann = village.person("Ann");
  }

  @AfterEach
  void close() {
    village.close();
  }

  private Titles server(Database database) {
    return new Titles(database, trail(database), village::now, new SecureRandom());
  }

  private static AuditTrail trail(Database database) {
    return new AuditTrail(database, head -> "signed " + head);
  }

  private FilmId upload(Account owner, String file) {
    return uploaded.film(owner, file);
  }

  private static String shown(Title title) {
    return switch (title) {
      case Title.OfFilm it -> it.fullName();
      case Title.OfSeries it -> it.details().name() + " (" + it.episodes() + ")";
    };
  }

  private static List<String> shown(Title.Page page) {
    return page.titles().stream().map(TitlesContract::shown).toList();
  }

  private List<String> library(Order order) {
    return shown(other.page(ann.id(), Wanted.of("", "", order), 0, 50));
  }

  private List<String> found(String search) {
    return shown(other.page(ann.id(), Wanted.of(search, "", Order.ADDED), 0, 50));
  }

  private Title.OfFilm film(FilmId film) {
    return other.film(ann.id(), film).orElseThrow();
  }

  private Outcome describe(FilmId film, Details details, Optional<Placing> placing) {
    return one.describe(ann.id(), film, details, placing, Village.ORIGIN);
  }

  private static Details details(String name, String description, String... tags) {
    return new Details(name, OptionalInt.empty(), description, List.of(tags));
  }

  @Test
  void what_is_uploaded_is_called_as_its_file_tells_and_episodes_are_one_series() {
    upload(ann, "The Long Way to the Sea 2019 1080p");
    upload(ann, "Show Name S01E02 The Return");
    upload(ann, "show name s01e01");

    assertThat(library(Order.ADDED)).containsExactly("Show Name (2)", "The Long Way to the Sea");
    var series = (Title.OfSeries) other.page(ann.id(), all(), 0, 1).titles().getFirst();
    assertThat(shown(other.episodes(ann.id(), series.series(), 0, 50)))
        .containsExactly("Show Name S01E01", "Show Name S01E02 The Return");
    assertThat(series.first().value()).isEqualTo("film-3");
  }

  private static Wanted all() {
    return Wanted.of("", "", Order.ADDED);
  }

  @Test
  void the_newest_come_first_or_all_by_their_names_a_page_at_a_time() {
    upload(ann, "Österreich");
    upload(ann, "zebra");
    upload(ann, "Apfel");
    upload(ann, "Яблоко");

    assertThat(library(Order.ADDED)).containsExactly("Яблоко", "Apfel", "zebra", "Österreich");
    assertThat(library(Order.NAME)).containsExactly("Apfel", "Österreich", "zebra", "Яблоко");
    var page = other.page(ann.id(), Wanted.of("", "", Order.NAME), 1, 2);
    assertThat(shown(page)).containsExactly("Österreich", "zebra");
    assertThat(page.total()).isEqualTo(4);
  }

  @Test
  void the_owner_says_what_a_film_is_and_which_part_of_what() {
    var film = upload(ann, "Show S01E02");
    var details =
        new Details("The Return", OptionalInt.of(2005), "They come back.", List.of("Sea", "Night"));

    var outcome = describe(film, details, Optional.of(new Placing("Other Show", 3, 4)));

    assertThat(outcome).isEqualTo(Outcome.DONE);
    assertThat(film(film).details()).isEqualTo(details);
    assertThat(film(film).fullName()).isEqualTo("Other Show S03E04 The Return");
    assertThat(library(Order.NAME)).containsExactly("Other Show (1)");
    describe(film, details, Optional.empty());
    assertThat(library(Order.NAME)).containsExactly("The Return");
    assertThat(village.rows("title")).isEqualTo(1);
  }

  @Test
  void a_series_is_called_as_its_owner_says_unless_another_is() {
    var film = upload(ann, "Show S01E01");
    upload(ann, "Drama S01E01");
    var series = film(film).episode().orElseThrow().series();

    assertThat(one.describe(ann.id(), series, details("Drama", ""), Village.ORIGIN))
        .isEqualTo(Outcome.NAME_TAKEN);
    assertThat(one.describe(ann.id(), series, details("The Show", "All of it."), Village.ORIGIN))
        .isEqualTo(Outcome.DONE);
    assertThat(film(film).fullName()).isEqualTo("The Show S01E01");
    assertThat(library(Order.NAME)).containsExactly("Drama (1)", "The Show (1)");
    upload(ann, "the show S01E02");
    assertThat(library(Order.NAME)).containsExactly("Drama (1)", "The Show (2)");
  }

  @Test
  void titles_are_found_by_the_beginnings_of_words_in_whatever_is_said_of_them() {
    var sea = upload(ann, "The Long Way to the Sea (2019)");
    upload(ann, "Über den Wölken");
    upload(ann, "Метель Ёлка");
    upload(ann, "Café Müller");
    describe(
        sea, details("The Long Way to the Sea", "Two friends, one boat.", "Adventure"), none());

    assertThat(found("lon wa")).containsExactly("The Long Way to the Sea");
    assertThat(found("SEA boat adv")).containsExactly("The Long Way to the Sea");
    assertThat(found("wolk")).containsExactly("Über den Wölken");
    assertThat(found("woelken uber")).containsExactly("Über den Wölken");
    assertThat(found("МЕТ ел")).containsExactly("Метель Ёлка");
    assertThat(found("cafe mull")).containsExactly("Café Müller");
    assertThat(found("café mueller")).containsExactly("Café Müller");
    assertThat(found("boat train")).isEmpty();
    assertThat(found("oat")).isEmpty();
    assertThat(found("2019")).isEmpty();
    describe(sea, new Details("The Sea", OptionalInt.of(2019), "", List.of()), Optional.empty());
    assertThat(found("2019")).containsExactly("The Sea");
    assertThat(found("boat")).isEmpty();
  }

  private static Optional<Placing> none() {
    return Optional.empty();
  }

  @Test
  void what_is_called_so_is_found_before_what_only_tells_of_it() {
    var other = upload(ann, "A Night");
    upload(ann, "Long Sea");
    upload(ann, "Sea of Love");
    describe(other, details("A Night", "By the sea."), none());

    assertThat(found("sea")).containsExactly("Sea of Love", "Long Sea", "A Night");
  }

  @Test
  void a_series_is_found_as_one_and_an_episode_by_its_name_and_that_of_its_series() {
    upload(ann, "Dark Water S01E01 Arrival");
    upload(ann, "Dark Water S01E02 Departure");
    upload(ann, "Water");

    assertThat(found("dark")).containsExactly("Dark Water (2)");
    assertThat(found("water")).containsExactly("Water", "Dark Water (2)");
    assertThat(found("depart")).containsExactly("Dark Water S01E02 Departure");
    assertThat(found("dark depart")).containsExactly("Dark Water S01E02 Departure");
  }

  @Test
  void tags_are_the_same_without_capitals_and_gather_titles() {
    var one = upload(ann, "One");
    var two = upload(ann, "Two");
    describe(one, details("One", "", "Sea", "Night"), none());
    describe(two, details("Two", "", "SEA", "sea"), none());

    assertThat(other.tags(ann.id()))
        .containsExactly(new TitleTag("SEA", 2), new TitleTag("Night", 1));
    var tagged = other.page(ann.id(), Wanted.of("", "sea", Order.ADDED), 0, 50);
    assertThat(shown(tagged)).containsExactly("One", "Two");
    var both = other.page(ann.id(), Wanted.of("tw", "sea", Order.ADDED), 0, 50);
    assertThat(shown(both)).containsExactly("Two");
    assertThat(both.total()).isEqualTo(1);
  }

  @Test
  void what_has_tags_of_what_was_watched_goes_with_it_and_the_later_it_was_the_more() {
    var sea = tagged("Sea", "boat");
    var night = tagged("Night", "dark", "crime");
    tagged("Boat", "BOAT");
    tagged("Crime", "crime", "dark");
    tagged("Dark", "dark");
    tagged("Other", "other");
    tagged("Old Boat", "boat", "other");

    assertThat(suggested(night, sea)).containsExactly("Crime", "Dark", "Old Boat", "Boat");
    assertThat(suggested(sea)).containsExactly("Old Boat", "Boat");
    assertThat(suggested()).isEmpty();
  }

  @Test
  void what_friends_watched_counts_half_and_may_itself_be_put_forward() {
    var sea = tagged("Sea", "boat");
    tagged("Boat", "boat");
    var dark = tagged("Dark", "dark");
    var both = tagged("Both", "dark", "crime");
    var ben = village.person("Ben");
    var bens = upload(ben, "Crime");
    var crime = details("Crime", "", "crime");
    assertThat(one.describe(ben.id(), bens, crime, none(), Village.ORIGIN)).isEqualTo(Outcome.DONE);
    var friends = List.<Title>of(film(dark), one.film(ben.id(), bens).orElseThrow());

    assertThat(suggested(List.of(sea), friends)).containsExactly("Boat", "Both", "Dark");
    assertThat(suggested(List.of(both), friends)).containsExactly("Dark");
    assertThat(suggested(List.of(), List.of())).isEmpty();
  }

  private FilmId tagged(String name, String... tags) {
    var film = upload(ann, name);
    describe(film, details(name, "", tags), none());
    return film;
  }

  private List<String> suggested(FilmId... watched) {
    return suggested(List.of(watched), List.of());
  }

  private List<String> suggested(List<FilmId> watched, List<Title> friends) {
    return other.suggested(ann.id(), watched, friends, 6).stream()
        .map(TitlesContract::shown)
        .toList();
  }

  @Test
  void a_series_of_which_anything_was_watched_is_not_suggested() {
    var first = upload(ann, "Show S01E01");
    upload(ann, "Show S01E02");
    var series = film(first).episode().orElseThrow().series();
    one.describe(ann.id(), series, details("Show", "", "sea"), Village.ORIGIN);
    tagged("Boat", "sea");

    assertThat(suggested(first)).containsExactly("Boat");
  }

  @Test
  @Tag("V-05")
  void nobody_else_finds_it_or_changes_it() {
    var ben = village.person("Ben");
    var film = upload(ann, "Show S01E01");
    var series = film(film).episode().orElseThrow().series();

    assertThat(other.page(ben.id(), Wanted.of("show", "", Order.NAME), 0, 50).total()).isZero();
    assertThat(other.film(ben.id(), film)).isEmpty();
    assertThat(other.series(ben.id(), series)).isEmpty();
    assertThat(other.episodes(ben.id(), series, 0, 50).titles()).isEmpty();
    assertThat(one.describe(ben.id(), film, details("Mine", ""), none(), Village.ORIGIN))
        .isEqualTo(Outcome.UNKNOWN);
    assertThat(one.describe(ben.id(), series, details("Mine", ""), Village.ORIGIN))
        .isEqualTo(Outcome.UNKNOWN);
    assertThat(library(Order.NAME)).containsExactly("Show (1)");
  }

  @Test
  void what_is_removed_is_gone_with_its_series_and_it_is_written_down() {
    var film = upload(ann, "Show S01E01");
    var title = film(film);
    describe(film, title.details(), Optional.of(new Placing("Show", 1, 2)));
    village.pass(Duration.ofSeconds(1));

    assertThat(one.remove(film(film), Village.ORIGIN, _ -> {})).isEqualTo(Outcome.DONE);

    assertThat(library(Order.NAME)).isEmpty();
    assertThat(
            List.of(
                village.rows("film"),
                village.rows("title"),
                village.rows("title_word"),
                village.rows("title_tag")))
        .containsOnly(0L);
    assertThat(one.remove(title, Village.ORIGIN, _ -> {})).isEqualTo(Outcome.UNKNOWN);
    assertThat(
            trail(village.database()).after(0).stream()
                .map(Link::entry)
                .filter(it -> it.action().startsWith("film."))
                .map(it -> it.action() + " " + it.actor() + " " + it.target()))
        .containsExactly(
            "film.edit %s film-1".formatted(ann.id().value()),
            "film.delete %s film-1".formatted(ann.id().value()));
  }

  @Test
  @Tag("V-06")
  void what_somebody_said_of_films_goes_with_the_account() {
    describe(upload(ann, "Show S01E01"), details("Pilot", "Mine.", "Sea"), none());
    upload(ann, "Show S01E02");
    library(Order.NAME);

    village.database().change(0, session -> Titles.forget(session, ann.id()));

    assertThat(
            List.of(village.rows("title"), village.rows("title_word"), village.rows("title_tag")))
        .containsOnly(0L);
  }

  @Test
  @Tag("M-18")
  void what_cannot_be_shown_or_is_too_much_is_refused() {
    assertThatThrownBy(() -> details("a\u202eb", ""))
        .hasMessage("name must be text that can be shown.");
    assertThatThrownBy(() -> details("a", "b\u0000"))
        .hasMessage("description must be text that can be shown.");
    assertThatThrownBy(() -> details("a", "b".repeat(4_001)))
        .hasMessage("description must have at most 4000 characters.");
    assertThatThrownBy(() -> details("a\nb", "")).hasMessage("name must be one line.");
    assertThatThrownBy(() -> new Details("a", OptionalInt.of(1492), "", List.of()))
        .hasMessage("year must be 1870 to 2200, or left out.");
    assertThatThrownBy(() -> new Placing(" ", 1, 1)).hasMessage("series must have a name.");
  }
}
