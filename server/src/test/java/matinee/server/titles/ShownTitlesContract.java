package matinee.server.titles;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.security.SecureRandom;
import java.sql.SQLException;
import java.time.Duration;
import java.util.List;
import matinee.server.accounts.Account;
import matinee.server.audit.AuditTrail;
import matinee.server.audit.Link;
import matinee.server.people.Village;
import matinee.server.sql.Database;
import matinee.server.titles.Titles.Outcome;
import matinee.server.titles.Wanted.Order;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// What holds of titles that their owners let friends find, in whatever database they are written.
/// Ann has films and lets Ben find them, who is her friend, at another server; Carl is nobody's
/// friend.
abstract class ShownTitlesContract {
  private final Village.Kind kind;
  @TempDir private Path folder;
  private Village village;
  private Titles one;
  private Titles other;
  private Account ann;
  private Account ben;
  private Account carl;
  private Uploaded uploaded;

  ShownTitlesContract(Village.Kind kind) {
    this.kind = kind;
  }

  @BeforeEach
  void open() throws SQLException {
    village = new Village(kind, folder);
    uploaded = new Uploaded(village);
    one = server(village.database());
    other = server(village.otherDatabase());
    ann = village.person("Ann");
    ben = village.person("Ben");
    carl = village.person("Carl");
    village.befriend(ann, ben);
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

  private Title.OfFilm film(String file) {
    return one.film(ann.id(), uploaded.film(ann, file)).orElseThrow();
  }

  private Title.OfSeries seriesOf(Title.OfFilm episode) {
    return one.series(ann.id(), episode.episode().orElseThrow().series()).orElseThrow();
  }

  private void show(Title title) {
    village.pass(Duration.ofSeconds(1));
    assertThat(one.show(title, true, Village.ORIGIN)).isEqualTo(Outcome.DONE);
  }

  private List<String> found(Account by, String search) {
    var wanted = Wanted.of(search, "", Order.ADDED);
    var page = other.ofFriends(by.id(), wanted, 0, 50);
    assertThat(page.total()).isEqualTo(page.titles().size());
    return page.titles().stream().map(it -> it.title().fullName() + " from " + it.from()).toList();
  }

  @Test
  void friends_find_what_is_shown_last_first_and_nothing_else() {
    var sea = film("Sea");
    film("Night");
    show(sea);
    show(seriesOf(film("Dark Water S01E01 Arrival")));

    assertThat(found(ben, "")).containsExactly("Dark Water from Ann", "Sea from Ann");
    assertThat(found(ben, "wat da")).containsExactly("Dark Water from Ann");
    assertThat(found(ben, "night")).isEmpty();
    assertThat(other.ofFriends(ben.id(), Wanted.of("", "", Order.ADDED), 1, 1).titles())
        .extracting(FriendsTitle::title)
        .containsExactly(sea);
    assertThat(other.shown(List.of(sea.id(), "film-2"))).containsExactly(sea.id());
  }

  @Test
  void whoever_gave_the_friend_a_name_reads_that() {
    show(film("Sea"));

    var _ = village.one().note(ben, ann.id(), "Annie");

    assertThat(found(ben, "")).containsExactly("Sea from Annie");
  }

  @Test
  void episodes_go_with_their_series_and_may_be_shown_by_themselves() {
    var first = film("Dark Water S01E01");
    var second = film("Dark Water S01E02");
    show(second);

    assertThat(found(ben, "")).containsExactly("Dark Water S01E02 from Ann");
    assertThat(other.ofFriend(ben.id(), first.id())).isEmpty();

    show(seriesOf(first));

    assertThat(found(ben, "")).containsExactly("Dark Water from Ann");
    assertThat(other.ofFriend(ben.id(), first.id())).hasValue(new FriendsTitle(first, "Ann"));
  }

  @Test
  @Tag("V-05")
  void a_stranger_finds_nothing_nor_does_a_friend_of_a_friend() {
    var sea = film("Sea");
    show(sea);
    village.befriend(ben, carl);

    assertThat(found(carl, "")).isEmpty();
    assertThat(other.ofFriend(carl.id(), sea.id())).isEmpty();
    assertThat(found(ann, "")).isEmpty();
  }

  @Test
  @Tag("V-05")
  void who_is_no_friend_any_more_or_blocked_finds_nothing_from_then_on() {
    var sea = film("Sea");
    show(sea);
    village.befriend(ann, carl);
    assertThat(found(carl, "")).containsExactly("Sea from Ann");

    var _ = village.one().remove(ann, ben.id());
    var _ = village.one().block(ann, carl.id(), Village.ORIGIN);

    assertThat(List.of(found(ben, ""), found(carl, ""))).containsOnly(List.of());
    assertThat(other.ofFriend(carl.id(), sea.id())).isEmpty();
  }

  @Test
  void what_is_hidden_again_is_found_no_more_and_both_are_written_down() {
    var sea = film("Sea");
    show(sea);
    show(sea);

    assertThat(one.show(sea, false, Village.ORIGIN)).isEqualTo(Outcome.DONE);

    assertThat(found(ben, "")).isEmpty();
    assertThat(
            trail(village.database()).after(0).stream()
                .map(Link::entry)
                .filter(it -> it.action().startsWith("title."))
                .map(it -> it.action() + " " + it.target()))
        .containsExactly(
            "title.show " + sea.id(), "title.show " + sea.id(), "title.hide " + sea.id());
  }

  @Test
  void nobody_shows_what_is_not_there() {
    var sea = film("Sea");
    assertThat(one.remove(sea, Village.ORIGIN, _ -> {})).isEqualTo(Outcome.DONE);

    assertThat(one.show(sea, true, Village.ORIGIN)).isEqualTo(Outcome.UNKNOWN);

    assertThat(village.rows("title_shown")).isZero();
  }

  @Test
  @Tag("V-06")
  void it_goes_with_the_film_and_with_the_account() {
    var sea = film("Sea");
    show(sea);
    show(film("Night"));

    var _ = one.remove(sea, Village.ORIGIN, _ -> {});
    assertThat(village.rows("title_shown")).isEqualTo(1);
    village.database().change(0, session -> Titles.forget(session, ann.id()));

    assertThat(village.rows("title_shown")).isZero();
  }
}
