package matinee.room;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.UnaryOperator;

/// Who has a place in the room, in the order of joining, and what is kept of those who have none:
/// the one who left last comes last. `giant`: are there so many that nobody is waited for (GI1)?
public record People(Members members, List<Absent> absent, boolean giant) {
  /// How many absent ones are kept. When there are more, the one who left first is forgotten, and
  /// is a member like everyone when it comes back; neither the owner nor the banned are (RI5).
  static final int MOST_ABSENT = 300;

  /// How many may be banned at a time (OD2): fewer than are kept, so that one can be forgotten.
  static final int MOST_BANNED = 200;

  static final People NOBODY = new People(Members.NONE, List.of(), false);

  public People {
    absent = List.copyOf(absent);
  }

  Optional<Member> member(MemberId id) {
    return members.find(id);
  }

  private People with(Members next) {
    return new People(next, absent, giant);
  }

  People changing(MemberId id, UnaryOperator<Member> change) {
    return with(members.changing(id, change));
  }

  People changingAll(UnaryOperator<Member> change) {
    return with(members.changingAll(change));
  }

  /// GI2: in a giant nobody is waited for.
  People giant(boolean isGiant) {
    var next = isGiant ? members.changingAll(one -> one.with(Readiness.CATCHING_UP)) : members;
    return new People(next, absent, isGiant);
  }

  /// What is kept of somebody who is away.
  Optional<Absent> absent(MemberId id) {
    for (var one : absent) {
      if (one.id().equals(id)) {
        return Optional.of(one);
      }
    }
    return Optional.empty();
  }

  /// Is `id` kept out until let back (OD2)?
  public boolean isBanned(MemberId id) {
    return absent(id).filter(Absent::banned).isPresent();
  }

  /// OD2: may nobody else be banned?
  boolean isBanListFull() {
    return absent.stream().filter(Absent::banned).count() >= MOST_BANNED;
  }

  /// What is known of a giant, of whose people only some are shown: `told` are like this now,
  /// `gone` are shown no more.
  public People shown(List<Member> told, List<MemberId> gone) {
    var next =
        told.stream().anyMatch(Member::isHost) ? members.changingAll(this::unhosted) : members;
    for (var id : gone) {
      next = next.without(id);
    }
    for (var member : told) {
      next =
          next.find(member.id()).isPresent()
              ? next.changing(member.id(), _ -> member)
              : next.plus(member);
    }
    return new People(next, absent, giant);
  }

  private Member unhosted(Member member) {
    return member.with(member.rank().hosting(false));
  }

  /// ME1, HO1, HO4, RI5.
  People joined(MemberId id, String name, Instant at, Readiness readiness) {
    var rank = rankOnArrival(id).hosting(members.isEmpty());
    var all =
        members.plus(
            new Member(id, name, Stay.from(at), rank, readiness, Contact.Here.HERE, Grace.WHOLE));
    return new People(all, absent.stream().filter(one -> !one.id().equals(id)).toList(), giant);
  }

  private Rank rankOnArrival(MemberId id) {
    var first = members.isEmpty() && absent.isEmpty();
    var usual = first ? Rank.USUAL.standing(Standing.OWNER) : Rank.USUAL;
    return absent(id).map(one -> new Rank(one.standing(), false, one.muted())).orElse(usual);
  }

  /// ME4, HO2, RI5; OD2, if it was `banned`. Nothing is kept of a member, unless `newcomers` are
  /// something else (AC4).
  People left(MemberId id, boolean banned, Standing newcomers) {
    var gone = new ArrayList<>(absent);
    var leaving = members.find(id);
    leaving.ifPresent(
        member -> {
          var rank = member.rank();
          boolean isUsual = rank.hosting(false).equals(Rank.USUAL) && newcomers == Standing.MEMBER;
          if (banned || !isUsual) {
            gone.add(new Absent(id, member.name(), rank.standing(), rank.muted(), banned));
          }
        });
    if (gone.size() > MOST_ABSENT) {
      gone.stream().filter(one -> !one.isKept()).findFirst().ifPresent(gone::remove);
    }
    var rest = members.without(id);
    var people = new People(rest, gone, giant);
    boolean hostless = leaving.filter(Member::isHost).isPresent();
    return hostless && !rest.isEmpty() ? people.hostedBy(successor(rest)) : people;
  }

  /// OD2: what else is kept of it stays; nothing, if that is what everyone has.
  People unbanned(MemberId id) {
    var rest = new ArrayList<Absent>();
    for (var one : absent) {
      if (!one.id().equals(id)) {
        rest.add(one);
      } else if (one.muted() || one.standing() != Standing.MEMBER) {
        rest.add(new Absent(id, one.name(), one.standing(), one.muted(), false));
      }
    }
    return new People(members, rest, giant);
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

  /// AC6: who owned it is a member.
  People ownedBy(MemberId owner) {
    return changingAll(
        member -> {
          if (member.id().equals(owner)) {
            return member.with(member.rank().standing(Standing.OWNER));
          }
          return member.rank().standing() == Standing.OWNER
              ? member.with(member.rank().standing(Standing.MEMBER))
              : member;
        });
  }

  People hostedBy(MemberId host) {
    return changingAll(member -> member.with(member.rank().hosting(member.id().equals(host))));
  }
}
