package matinee.room;

import static matinee.room.Story.ANNA;
import static matinee.room.Story.BEN;
import static matinee.room.Story.CARLA;
import static matinee.room.Story.rejected;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import java.util.Random;
import java.util.stream.Stream;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

class DoorRulesTest {
  private static final List<Credential> CREDENTIALS =
      List.of(
          Credential.Nothing.NOTHING,
          Credential.Password.PASSWORD,
          new Credential.Invited(Standing.MEMBER),
          Credential.Place.PLACE);

  private static final Credential AS_WATCHER = new Credential.Invited(Standing.WATCHER);

  @Test
  @Tag("AC1")
  void a_new_room_is_open_to_whoever_has_the_link() {
    var door = Story.newRoom().state().settings().door();

    assertThat(door)
        .isEqualTo(new Door(Access.LINK, 20_000, Standing.MEMBER, RoomTitle.Untitled.UNTITLED));
  }

  @Test
  @Tag("AC1")
  @Tag("AC2")
  void what_the_door_has_seen_is_what_the_access_wants_or_is_refused() {
    var answers =
        Stream.of(Access.values())
            .map(access -> CREDENTIALS.stream().map(seen -> reason(access, seen)).toList())
            .toList();

    assertThat(answers)
        .containsExactly(
            List.of("", "", "", ""),
            List.of("", "", "", ""),
            List.of("NOT_INVITED", "NOT_INVITED", "", ""),
            List.of("PASSWORD_NEEDED", "", "", ""));
  }

  private static String reason(Access access, Credential credential) {
    var titled = new Door(access, 20_000, Standing.MEMBER, new RoomTitle.Titled("Film night"));
    var room = Story.idle().asks(ANNA, new Wish.SetDoor(titled));
    return switch (room.decide(new Command.Enter(CARLA, "Carla", credential))) {
      case Decision.Rejected(var reason, var _) -> reason.name();
      case Decision.Accepted _, Decision.Repeated _ -> "";
    };
  }

  @Test
  @Tag("AC2")
  void the_owner_and_whoever_has_a_place_or_is_remembered_come_back_without_anything() {
    var room =
        Story.idle()
            .enters(CARLA)
            .asks(ANNA, new Wish.SetStanding(CARLA, Standing.GUEST))
            .asks(ANNA, new Wish.SetDoor(Story.door(Access.INVITED)))
            .then(new Command.Lose(BEN))
            .then(new Command.Leave(CARLA))
            .then(new Command.Leave(ANNA));

    var after = room.enters(CARLA).enters(ANNA).then(new Command.Enter(BEN, "ben"));

    assertThat(after.members()).containsExactly(BEN, CARLA, ANNA);
  }

  @Test
  @Tag("AC2")
  void who_is_banned_shows_what_it_likes() {
    var room = Story.idle().asks(ANNA, new Wish.Ban(BEN));

    var decisions =
        CREDENTIALS.stream().map(seen -> room.decide(new Command.Enter(BEN, "Ben", seen)));

    assertThat(decisions).allMatch(rejected(Reason.BANNED)::equals);
  }

  @Test
  @Tag("AC2")
  @Tag("OD4")
  void an_invitation_opens_no_locked_room() {
    var room = Story.idle().asks(ANNA, new Wish.SetLocked(true));

    var decision = room.decide(new Command.Enter(CARLA, "Carla", AS_WATCHER));

    assertThat(decision).isEqualTo(rejected(Reason.LOCKED));
  }

  @Test
  @Tag("AC3")
  void one_more_than_the_room_is_set_to_hold_is_refused_unless_it_is_the_owner() {
    var room = Story.idle().enters(CARLA).asks(ANNA, new Wish.SetDoor(holding(2)));
    var left = room.then(new Command.Leave(ANNA));

    var dan = left.decide(new Command.Enter(new MemberId("dan"), "Dan"));

    assertThat(room.members()).containsExactly(ANNA, BEN, CARLA);
    assertThat(dan).isEqualTo(rejected(Reason.ROOM_FULL));
    assertThat(left.enters(ANNA).members()).containsExactly(BEN, CARLA, ANNA);
  }

  @Test
  @Tag("AC3")
  void a_room_holds_1_to_20_000() {
    assertThat(holding(1).capacity()).isEqualTo(1);
    assertThat(holding(20_000).capacity()).isEqualTo(20_000);
    assertThatThrownBy(() -> holding(0)).hasMessage("capacity must be 1 to 20000");
    assertThatThrownBy(() -> holding(20_001)).hasMessage("capacity must be 1 to 20000");
  }

  private static Door holding(int capacity) {
    return new Door(Access.LINK, capacity, Standing.MEMBER, RoomTitle.Untitled.UNTITLED);
  }

  @Test
  @Tag("AC4")
  void newcomers_are_what_is_set_and_the_invited_what_they_are_invited_as() {
    var room = Story.idle().asks(ANNA, new Wish.SetDoor(newcomersAre(Standing.GUEST)));

    var newcomer = room.decide(new Command.Enter(CARLA, "Carla"));
    var invited = room.decide(new Command.Enter(CARLA, "Carla", AS_WATCHER));

    assertThat(newcomer)
        .isEqualTo(
            room.accepted(
                new Event.Joined(CARLA, "Carla"),
                new Event.StandingChanged(CARLA, Standing.GUEST)));
    assertThat(invited)
        .isEqualTo(
            room.accepted(
                new Event.Joined(CARLA, "Carla"),
                new Event.StandingChanged(CARLA, Standing.WATCHER)));
  }

  @Test
  @Tag("AC4")
  void who_comes_back_is_what_it_was() {
    var room =
        Story.idle()
            .asks(ANNA, new Wish.SetDoor(newcomersAre(Standing.GUEST)))
            .then(new Command.Leave(BEN))
            .enters(CARLA)
            .then(new Command.Leave(CARLA))
            .asks(ANNA, new Wish.SetDoor(newcomersAre(Standing.WATCHER)));

    var after = room.enters(BEN).enters(CARLA);

    assertThat(after.member(BEN).role()).isEqualTo(Role.MEMBER);
    assertThat(after.member(CARLA).role()).isEqualTo(Role.GUEST);
  }

  @Test
  @Tag("AC4")
  void nobody_comes_in_as_owner() {
    assertThatThrownBy(() -> newcomersAre(Standing.OWNER))
        .hasMessage("newcomers must be members, guests or watchers");
    assertThatThrownBy(() -> new Credential.Invited(Standing.OWNER))
        .hasMessage("standing must be one that can be given");
  }

  private static Door newcomersAre(Standing standing) {
    return new Door(Access.LINK, 20_000, standing, RoomTitle.Untitled.UNTITLED);
  }

  @Test
  @Tag("AC5")
  void a_room_has_a_title_of_one_line_or_none() {
    var night = called(new RoomTitle.Titled(" Film night "));
    var room = Story.idle();

    var decision = room.decide(ANNA, new Wish.SetDoor(night));
    var again = room.asks(ANNA, new Wish.SetDoor(night)).decide(ANNA, new Wish.SetDoor(night));

    assertThat(decision)
        .isEqualTo(
            room.accepted(ANNA, new Event.DoorChanged(called(new RoomTitle.Titled("Film night")))));
    assertThat(again).isEqualTo(rejected(Reason.NO_CHANGE));
    assertThat(new RoomTitle.Titled("x".repeat(80)).title()).hasSize(80);
    assertThatThrownBy(() -> new RoomTitle.Titled("x".repeat(81)))
        .hasMessage("title must have at most 80 characters");
    assertThatThrownBy(() -> new RoomTitle.Titled("Film\nnight"))
        .hasMessage("title must be a single line");
  }

  private static Door called(RoomTitle title) {
    return new Door(Access.LINK, 20_000, Standing.MEMBER, title);
  }

  @Test
  @Tag("AC6")
  @Tag("HO4")
  void the_owner_gives_the_room_to_another_and_is_a_member() {
    var room = Story.idle().asks(ANNA, new Wish.HandOver(BEN)).enters(CARLA);

    var decision = room.decide(ANNA, new Wish.GiveRoom(CARLA));
    var after = room.asks(ANNA, new Wish.GiveRoom(CARLA));

    assertThat(decision).isEqualTo(room.accepted(ANNA, new Event.OwnerChanged(CARLA)));
    assertThat(List.of(ANNA, BEN, CARLA))
        .extracting(id -> after.member(id).role())
        .containsExactly(Role.MEMBER, Role.HOST, Role.OWNER);
    assertThat(after.decide(ANNA, new Wish.GiveRoom(ANNA))).isEqualTo(rejected(Reason.NOT_ALLOWED));
  }

  @Test
  @Tag("AC6")
  void it_is_given_to_nobody_who_is_away_and_not_to_oneself() {
    var room = Story.idle().then(new Command.Lose(BEN));

    var decisions = Stream.of(BEN, CARLA, ANNA).map(to -> room.decide(ANNA, new Wish.GiveRoom(to)));

    assertThat(decisions)
        .containsExactly(
            rejected(Reason.NO_SUCH_MEMBER),
            rejected(Reason.NO_SUCH_MEMBER),
            rejected(Reason.NO_CHANGE));
  }

  @Test
  @Tag("AC6")
  @Tag("HO1")
  @Tag("HO4")
  void whoever_gives_hands_over_leaves_and_comes_there_is_exactly_one_owner_and_one_host() {
    for (long seed = 1; seed <= 100; seed++) {
      var chance = new Random(seed);
      var room = Story.idle().enters(CARLA);
      for (int i = 0; i < 300; i++) {
        room = atRandom(room, chance);

        var people = room.state().people();
        var standings =
            Stream.concat(
                people.members().stream().map(member -> member.rank().standing()),
                people.absent().stream().map(Absent::standing));
        assertThat(standings.filter(Standing.OWNER::equals)).as("seed " + seed).hasSize(1);
        assertThat(room.hosts()).hasSize(room.members().isEmpty() ? 0 : 1);
      }
    }
  }

  private static Story atRandom(Story room, Random chance) {
    var people = List.of(ANNA, BEN, CARLA);
    var one = people.get(chance.nextInt(3));
    var other = people.get(chance.nextInt(3));
    var command =
        switch (chance.nextInt(6)) {
          case 0, 1 -> room.command(one, new Wish.GiveRoom(other));
          case 2 -> room.command(one, new Wish.HandOver(other));
          case 3 -> new Command.Leave(one);
          case 4 -> new Command.Lose(one);
          default -> new Command.Enter(one, "Somebody");
        };
    return room.after(room.decide(command).events());
  }

  @Test
  @Tag("AC7")
  void a_closed_room_does_nothing_more_for_anybody() {
    var room = Story.playing();
    var close = room.command(ANNA, new Wish.CloseRoom());

    var decision = room.decide(close);
    var closed = room.then(close);
    var after =
        Stream.of(
                closed.command(ANNA, new Wish.Pause()),
                new Command.Enter(ANNA, "Anna"),
                new Command.Enter(CARLA, "Carla"),
                new Command.Lose(BEN),
                new Command.Tick())
            .map(closed::decide);

    assertThat(decision).isEqualTo(room.accepted(ANNA, new Event.Closed()));
    assertThat(after).allMatch(rejected(Reason.CLOSED)::equals);
    assertThat(closed.state().deadline()).isEmpty();
  }

  @Test
  @Tag("AC7")
  void what_a_room_has_answered_before_it_was_closed_it_answers_again() {
    var room = Story.idle();
    var close = room.command(ANNA, new Wish.CloseRoom());
    var closed = room.then(close);

    assertThat(closed.decide(close)).isEqualTo(new Decision.Repeated(closed.state().revision()));
    assertThat(closed.decide(new Command.Arrive(new RegionName("us"), 0)))
        .isEqualTo(rejected(Reason.NO_CHANGE));
  }
}
