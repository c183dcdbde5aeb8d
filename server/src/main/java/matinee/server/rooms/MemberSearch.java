package matinee.server.rooms;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import matinee.room.Member;
import matinee.room.RoomState;

/// Finds members of a room by their names. It looks at each of them, and keeps nothing.
public final class MemberSearch {
  /// How many can be asked for at once.
  public static final int MAX_PAGE = 100;

  private MemberSearch() {}

  /// Some of those who were found, in the order of their joining, and how many were found in all.
  public record Page(List<Member> members, int total) {
    public Page {
      members = List.copyOf(members);
    }
  }

  /// Of those in `state` whose name has `text` in it, in capital letters or small, `limit` (1 to
  /// [#MAX_PAGE]) from number `from` on, which is 0 for the first.
  public static Page page(RoomState state, String text, int from, int limit) {
    if (limit < 1 || limit > MAX_PAGE) {
      throw new IllegalArgumentException("limit must be 1 to " + MAX_PAGE);
    }
    var wanted = text.strip().toLowerCase(Locale.ROOT);
    if (wanted.isEmpty()) {
      var all = state.members();
      int first = Math.clamp(from, 0, all.size());
      return new Page(all.subList(first, Math.min(all.size(), first + limit)), all.size());
    }
    var found = new ArrayList<Member>();
    int total = 0;
    for (var member : state.members()) {
      if (member.name().toLowerCase(Locale.ROOT).contains(wanted)) {
        if (total >= from && found.size() < limit) {
          found.add(member);
        }
        total++;
      }
    }
    return new Page(found, total);
  }
}
