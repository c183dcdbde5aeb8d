package matinee.room;

import java.util.AbstractList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.function.UnaryOperator;

/// The members of a room in the order of their joining; unchanging.
///
/// Nearly every command looks for one member by its id, among 20,000 at worst: so the hashes of the
/// ids stand in one array, which is read in a row, where the members themselves lie all over the
/// heap. For the same reason those who are here are counted as they come and go.
public final class Members extends AbstractList<Member> {
  static final Members NONE = of(List.of());

  private final Member[] members;
  private final int[] hashes;
  private final int here;

  private Members(Member[] members, int[] hashes, int here) {
    this.members = members;
    this.hashes = hashes;
    this.here = here;
  }

  /// These, in this order.
  public static Members of(List<Member> members) {
    return members instanceof Members already ? already : of(members.toArray(new Member[0]));
  }

  private static Members of(Member[] members) {
    var hashes = new int[members.length];
    int here = 0;
    for (int i = 0; i < members.length; i++) {
      hashes[i] = members[i].id().hashCode();
      here += present(members[i]);
    }
    return new Members(members, hashes, here);
  }

  private static int present(Member member) {
    return member.isHere() ? 1 : 0;
  }

  @Override
  public Member get(int index) {
    return members[index];
  }

  @Override
  public int size() {
    return members.length;
  }

  /// How many are connected.
  public int here() {
    return here;
  }

  Optional<Member> find(MemberId id) {
    int index = indexOf(id);
    return index < 0 ? Optional.empty() : Optional.of(members[index]);
  }

  private int indexOf(MemberId id) {
    int hash = id.hashCode();
    for (int i = 0; i < hashes.length; i++) {
      if (hashes[i] == hash && members[i].id().equals(id)) {
        return i;
      }
    }
    return -1;
  }

  Members plus(Member member) {
    var all = Arrays.copyOf(members, members.length + 1);
    all[members.length] = member;
    var allHashes = Arrays.copyOf(hashes, all.length);
    allHashes[members.length] = member.id().hashCode();
    return new Members(all, allHashes, here + present(member));
  }

  Members without(MemberId id) {
    int index = indexOf(id);
    if (index < 0) {
      return this;
    }
    var rest = new Member[members.length - 1];
    System.arraycopy(members, 0, rest, 0, index);
    System.arraycopy(members, index + 1, rest, index, rest.length - index);
    var restHashes = new int[rest.length];
    System.arraycopy(hashes, 0, restHashes, 0, index);
    System.arraycopy(hashes, index + 1, restHashes, index, rest.length - index);
    return new Members(rest, restHashes, here - present(members[index]));
  }

  /// The same with the member `id`, if it is one of them, as `change` makes it.
  Members changing(MemberId id, UnaryOperator<Member> change) {
    int index = indexOf(id);
    if (index < 0) {
      return this;
    }
    var next = members.clone();
    next[index] = change.apply(members[index]);
    return new Members(next, hashes, here - present(members[index]) + present(next[index]));
  }

  /// The same with every member as `change` makes it.
  Members changingAll(UnaryOperator<Member> change) {
    var next = members.clone();
    for (int i = 0; i < next.length; i++) {
      next[i] = change.apply(next[i]);
    }
    return of(next);
  }
}
