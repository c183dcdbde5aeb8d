package matinee.server.rooms;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.List;
import matinee.room.Command;
import matinee.room.Decider;
import matinee.room.Decision;
import matinee.room.Evolution;
import matinee.room.Member;
import matinee.room.MemberId;
import matinee.room.Moment;
import matinee.room.RoomState;
import org.junit.jupiter.api.Test;

class MemberSearchTest {
  private static final RoomState ROOM = room("Anna", "Ben", "Hannah", "\u00c9va", "Dan");

  @Test
  void names_are_found_by_a_part_of_them_in_any_case() {
    var ann = MemberSearch.page(ROOM, " ANN ", 0, 50);
    var eva = MemberSearch.page(ROOM, "\u00e9v", 0, 50);
    var nobody = MemberSearch.page(ROOM, "zoe", 0, 50);

    assertThat(names(ann)).containsExactly("Anna", "Hannah");
    assertThat(names(eva)).containsExactly("\u00c9va");
    assertThat(nobody).isEqualTo(new MemberSearch.Page(List.of(), 0));
  }

  @Test
  void a_page_has_as_many_as_were_asked_for_and_says_how_many_there_are() {
    var first = MemberSearch.page(ROOM, "", 0, 2);
    var last = MemberSearch.page(ROOM, "", 4, 2);

    assertThat(names(first)).containsExactly("Anna", "Ben");
    assertThat(names(last)).containsExactly("Dan");
    assertThat(List.of(first.total(), last.total())).containsExactly(5, 5);
  }

  private static List<String> names(MemberSearch.Page page) {
    return page.members().stream().map(Member::name).toList();
  }

  private static RoomState room(String... names) {
    var state = RoomState.NEW;
    for (var name : names) {
      var id = new MemberId("m" + state.revision());
      var moment = new Moment(VirtualTime.START, Duration.ZERO);
      if (Decider.decide(state, new Command.Enter(id, name), moment)
          instanceof Decision.Accepted(var events)) {
        for (var event : events) {
          state = Evolution.evolve(state, event);
        }
      }
    }
    return state;
  }
}
