package matinee.server.titles;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.security.SecureRandom;
import java.sql.SQLException;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import matinee.server.accounts.Account;
import matinee.server.audit.AuditTrail;
import matinee.server.audit.Link;
import matinee.server.people.Village;
import matinee.server.sql.Database;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// What holds of the posters that people choose, in whatever database they are written. Ann chooses
/// them at one server, and they are seen at the other.
abstract class PostersContract {
  private static final byte[] SEA = {1, 2, 3};
  private static final byte[] NIGHT = {4, 5};

  private final Village.Kind kind;
  @TempDir private Path folder;
  private Village village;
  private Uploaded uploaded;
  private Titles titles;
  private Posters one;
  private Posters other;
  private Account ann;

  PostersContract(Village.Kind kind) {
    this.kind = kind;
  }

  @BeforeEach
  void open() throws SQLException {
    village = new Village(kind, folder);
    uploaded = new Uploaded(village);
    var database = village.database();
    titles = new Titles(database, trail(database), village::now, new SecureRandom());
    one = posters(database);
    other = posters(village.otherDatabase());
    ann = village.person("Ann");
  }

  @AfterEach
  void close() {
    village.close();
  }

  private Posters posters(Database database) {
    return new Posters(database, trail(database), village::now, new SecureRandom());
  }

  private static AuditTrail trail(Database database) {
    return new AuditTrail(database, head -> "signed " + head);
  }

  private Title.OfFilm film(String file) {
    return titles.film(ann.id(), uploaded.film(ann, file)).orElseThrow();
  }

  private Title.OfSeries seriesOf(Title.OfFilm episode) {
    return titles.series(ann.id(), episode.episode().orElseThrow().series()).orElseThrow();
  }

  private PosterId chosen(Title title, byte[] jpeg) {
    assertThat(one.set(title, jpeg, Village.ORIGIN)).isTrue();
    return Optional.ofNullable(one.of(Set.of(title.id())).get(title.id())).orElseThrow();
  }

  @Test
  void what_is_chosen_at_one_server_is_seen_at_the_other() {
    var film = film("Show S01E01");
    var series = seriesOf(film);
    var bare = film("Sea");

    var ofFilm = chosen(film, SEA);
    var ofSeries = chosen(series, NIGHT);

    assertThat(ofFilm.value()).matches("[A-Za-z0-9_-]{22}");
    assertThat(other.of(List.of(film.id(), series.id(), bare.id())))
        .containsOnly(Map.entry(film.id(), ofFilm), Map.entry(series.id(), ofSeries));
    assertThat(other.read(ofFilm)).hasValue(SEA);
    assertThat(other.read(ofSeries)).hasValue(NIGHT);
  }

  @Test
  void another_has_another_address_and_the_one_before_shows_nothing() {
    var film = film("Sea");
    var before = chosen(film, SEA);

    var after = chosen(film, SEA);

    assertThat(after).isNotEqualTo(before);
    assertThat(other.read(before)).isEmpty();
    assertThat(other.read(after)).hasValue(SEA);
    assertThat(village.rows("poster")).isEqualTo(1);
  }

  @Test
  void who_wants_none_any_more_has_none() {
    var film = film("Sea");
    var poster = chosen(film, SEA);

    other.remove(film, Village.ORIGIN);

    assertThat(one.read(poster)).isEmpty();
    assertThat(one.of(Set.of(film.id()))).isEmpty();
  }

  @Test
  void it_goes_with_its_film_and_nobody_chooses_one_for_what_is_gone() {
    var film = film("Sea");
    var poster = chosen(film, SEA);

    titles.remove(film, Village.ORIGIN, _ -> {});

    assertThat(other.read(poster)).isEmpty();
    assertThat(other.set(film, SEA, Village.ORIGIN)).isFalse();
    assertThat(village.rows("poster")).isZero();
  }

  @Test
  void that_of_a_series_goes_with_its_last_episode() {
    var film = film("Show S01E01");
    var poster = chosen(seriesOf(film), SEA);

    titles.describe(
        ann.id(),
        film.film(),
        Details.named("Alone", film.details().year()),
        none(),
        Village.ORIGIN);

    assertThat(other.read(poster)).isEmpty();
  }

  private static Optional<Placing> none() {
    return Optional.empty();
  }

  @Test
  @Tag("V-06")
  void those_of_somebody_go_with_the_account_and_those_of_others_stay() {
    chosen(film("Sea"), SEA);
    var ben = village.person("Ben");
    var bens = titles.film(ben.id(), uploaded.film(ben, "Bens")).orElseThrow();
    var stays = chosen(bens, NIGHT);

    village.database().change(0, session -> Titles.forget(session, ann.id()));

    assertThat(village.rows("poster")).isEqualTo(1);
    assertThat(other.read(stays)).hasValue(NIGHT);
  }

  @Test
  @Tag("V-05")
  void nobody_else_chooses_one_or_takes_it_away() {
    var film = film("Sea");
    var poster = chosen(film, SEA);
    var ben = village.person("Ben").id();
    var asBen = new Title.OfFilm(film.film(), ben, film.details(), film.episode(), film.added());

    other.remove(asBen, Village.ORIGIN);

    assertThat(other.set(asBen, NIGHT, Village.ORIGIN)).isFalse();
    assertThat(one.read(poster)).hasValue(SEA);
  }

  @Test
  void a_film_stands_for_itself_before_its_series_and_for_its_owner_alone() {
    var film = film("Show S01E01");
    var ofSeries = chosen(seriesOf(film), NIGHT);
    assertThat(other.of(ann.id(), film.film())).hasValue(ofSeries);

    var ofFilm = chosen(film, SEA);

    assertThat(other.of(ann.id(), film.film())).hasValue(ofFilm);
    assertThat(other.of(village.person("Ben").id(), film.film())).isEmpty();
    assertThat(other.of(ann.id(), film("Sea").film())).isEmpty();
  }

  @Test
  void somebody_is_told_all_of_theirs_one_after_the_other() {
    var first = film("Sea");
    var second = film("Night");
    chosen(second, NIGHT);
    chosen(first, SEA);

    var told = other.behind(ann.id(), "").orElseThrow();
    var next = other.behind(ann.id(), told.title()).orElseThrow();

    assertThat(List.of(told.title(), next.title())).containsExactly(first.id(), second.id());
    assertThat(List.of(told.jpeg(), next.jpeg())).containsExactly(SEA, NIGHT);
    assertThat(other.behind(ann.id(), next.title())).isEmpty();
  }

  @Test
  void that_it_was_chosen_and_taken_away_is_written_down_and_its_address_is_not() {
    var film = film("Show S01E01");
    chosen(film, SEA);
    one.remove(film, Village.ORIGIN);
    one.remove(film, Village.ORIGIN);

    var written =
        trail(village.database()).after(0).stream()
            .map(Link::entry)
            .filter(it -> it.action().startsWith("poster."))
            .map(it -> it.action() + " " + it.actor() + " " + it.target() + " " + it.details())
            .toList();

    var what = " " + ann.id().value() + " " + film.id() + " {\"title\":\"Show S01E01\"}";
    assertThat(written).containsExactly("poster.set" + what, "poster.remove" + what);
  }
}
