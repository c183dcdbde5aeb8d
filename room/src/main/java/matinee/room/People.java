package matinee.room;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.UnaryOperator;

/// Who has a place in the room, in the order of joining, and what is kept of those who have none:
/// the one who left last comes last.
public record People(List<Member> members, List<Absent> absent) {
  /// How many absent ones are kept. When there are more, the one who left first is forgotten, and
  /// is a member like everyone when it comes back; the owner never is (RI5).
  static final int MOST_ABSENT = 300;

  static final People NOBODY = new People(List.of(), List.of());

  public People {
    members = List.copyOf(members);
    absent = List.copyOf(absent);
  }

  Optional<Member> member(MemberId id) {
    for (var member : members) {
      if (member.id().equals(id)) {
        return Optional.of(member);
      }
    }
    return Optional.empty();
  }

  People with(List<Member> next) {
    return new People(next, absent);
  }

  People changing(MemberId id, UnaryOperator<Member> change) {
    return with(
        members.stream()
            .map(member -> member.id().equals(id) ? change.apply(member) : member)
            .toList());
  }

  /// ME1, HO1, HO4, RI5.
  People joined(MemberId id, String name, Instant at, Readiness readiness) {
    var rank = new Rank(standingOnArrival(id), members.isEmpty());
    var all = new ArrayList<>(members);
    all.add(new Member(id, name, at, rank, readiness, Contact.Here.HERE, Grace.WHOLE));
    return new People(all, absent.stream().filter(one -> !one.id().equals(id)).toList());
  }

  private Standing standingOnArrival(MemberId id) {
    for (var one : absent) {
      if (one.id().equals(id)) {
        return one.standing();
      }
    }
    return members.isEmpty() && absent.isEmpty() ? Standing.OWNER : Standing.MEMBER;
  }

  /// ME4, HO2, RI5.
  People left(MemberId id) {
    var rest = new ArrayList<Member>();
    var gone = new ArrayList<>(absent);
    for (var member : members) {
      if (!member.id().equals(id)) {
        rest.add(member);
      } else if (member.rank().standing() != Standing.MEMBER) {
        gone.add(new Absent(id, member.name(), member.rank().standing()));
      }
    }
    if (gone.size() > MOST_ABSENT) {
      gone.remove(gone.getFirst().standing() == Standing.OWNER ? 1 : 0);
    }
    var people = new People(rest, gone);
    boolean hostless = rest.stream().noneMatch(Member::isHost);
    return hostless && !rest.isEmpty() ? people.hostedBy(successor(rest)) : people;
  }

  /// HO2: of those who are here, else of all, the highest in standing, the longest present.
  private static MemberId successor(List<Member> members) {
    var best = members.getFirst();
    for (var member : members) {
      boolean isBetter =
          member.isHere() == best.isHere()
              ? member.rank().standing().compareTo(best.rank().standing()) < 0
              : member.isHere();
      best = isBetter ? member : best;
    }
    return best.id();
  }

  People hostedBy(MemberId host) {
    return with(
        members.stream()
            .map(member -> member.with(member.rank().hosting(member.id().equals(host))))
            .toList());
  }
}
