package matinee.server.viewings;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.List;
import matinee.room.Length;
import matinee.room.Media;
import matinee.room.MediaRef;
import matinee.server.accounts.Account;
import matinee.server.journal.RoomId;
import matinee.server.people.Village;
import org.junit.jupiter.api.Test;

/// What friends see of what Ann watches, in whatever database it is written.
abstract class ShownViewingsContract extends WatchedRooms {

  ShownViewingsContract(Village.Kind kind) {
    super(kind);
  }

  private List<FriendsViewing> seenBy(Account person) {
    return other.ofFriends(person.id(), 50);
  }

  /// Ann watches `film`, an upload, for ten seconds, and goes.
  private MediaRef.Upload watches(String where, String film) {
    var room = new RoomId("a-room-of-the-" + where);
    var ref = new MediaRef.Upload(film);
    enter(room);
    plays(room, new Media(ref, film, new Length.Known(HOUR_MS)), 0);
    pass(10);
    here.clear();
    return ref;
  }

  @Test
  void friends_see_what_one_watched_since_one_let_them_the_latest_first_and_nobody_else_does() {
    var ben = village.person("Ben");
    var carl = village.person("Carl");
    village.befriend(ann, ben);
    watches("before", "before");
    pass(1);
    one.show(ann.id(), true);
    assertThat(other.page(ann.id(), 0, 1).isShown()).isTrue();
    enter(ROOM);
    plays(ROOM, SEA, 0);
    pass(10);
    here.clear();
    var night = watches("night", "night");
    var nightAt = village.now();
    village.pass(Duration.ofMinutes(1));
    var dark = watches("dark", "dark");
    var darkAt = village.now();

    assertThat(seenBy(ben))
        .containsExactly(
            new FriendsViewing(ann.id(), "Ann", dark, darkAt, true),
            new FriendsViewing(ann.id(), "Ann", night, nightAt, false));
    assertThat(seenBy(carl)).isEmpty();
    assertThat(seenBy(ann)).isEmpty();
  }

  @Test
  void what_is_hidden_again_forgotten_or_two_weeks_old_is_seen_by_no_friend() {
    var ben = village.person("Ben");
    village.befriend(ann, ben);
    one.show(ann.id(), true);
    watches("night", "night");
    assertThat(seenBy(ben)).hasSize(1);

    one.show(ann.id(), false);
    assertThat(seenBy(ben)).isEmpty();
    village.pass(Duration.ofSeconds(1));
    one.show(ann.id(), true);
    assertThat(seenBy(ben)).isEmpty();

    watches("again", "night");
    assertThat(seenBy(ben)).hasSize(1);
    village.pass(Viewings.LATELY.plusSeconds(1));
    assertThat(seenBy(ben)).isEmpty();

    watches("dark", "dark");
    assertThat(seenBy(ben)).hasSize(1);
    other.forgetAll(ann.id());
    assertThat(seenBy(ben)).isEmpty();
  }

  @Test
  void who_is_a_friend_no_more_sees_nothing() {
    var ben = village.person("Ben");
    village.befriend(ann, ben);
    one.show(ann.id(), true);
    watches("night", "night");

    var _ = village.one().remove(ann, ben.id());

    assertThat(seenBy(ben)).isEmpty();
  }
}
