package matinee.server.rooms;

import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;
import matinee.room.Member;
import matinee.room.MemberId;
import matinee.room.Members;
import matinee.room.People;
import matinee.room.Proposal;
import matinee.room.Role;
import matinee.room.RoomState;
import matinee.wire.ServerMessage;

/// Which of a giant's people everyone is shown (EN6): host and owner, whoever proposes something,
/// and the 50 who did something last that everyone hears of. Belongs to the room's thread.
final class Shown {
  private static final int MOST_HEARD = 50;

  /// Who was heard last comes last.
  private final Set<MemberId> heard = new LinkedHashSet<>();

  /// As everyone was told last.
  private final Map<MemberId, Member> told = new LinkedHashMap<>();

  private Picture picture = Picture.NONE;

  /// What was shown of `state` to somebody who came in.
  private record Picture(RoomState state, RoomState shown) {
    private static final Picture NONE = new Picture(RoomState.NEW, RoomState.NEW);
  }

  /// Those of `members` who are shown to everyone.
  Set<MemberId> of(Set<MemberId> members) {
    var shown = new LinkedHashSet<>(told.keySet());
    shown.retainAll(members);
    return shown;
  }

  /// Everyone is about to hear of `member`. Returns how it is, unless everyone knows it.
  List<Member> introduce(MemberId id, RoomState state) {
    heard.remove(id);
    heard.add(id);
    if (told.containsKey(id)) {
      return List.of();
    }
    var known = state.member(id).stream().toList();
    known.forEach(member -> told.put(id, member));
    picture = Picture.NONE;
    return known;
  }

  /// What everyone has to be told about a giant in `state`, besides what was told already.
  ServerMessage.Crowd news(RoomState state) {
    var before = Map.copyOf(told);
    renew(state);
    var changed =
        told.values().stream().filter(member -> !member.equals(before.get(member.id()))).toList();
    var gone = before.keySet().stream().filter(id -> !told.containsKey(id)).sorted().toList();
    return crowd(state.revision(), state, changed, gone);
  }

  private void renew(RoomState state) {
    while (heard.size() > MOST_HEARD) {
      heard.remove(heard.iterator().next());
    }
    var next = new LinkedHashMap<MemberId, Member>();
    state.members().stream()
        .filter(member -> member.role().compareTo(Role.HOST) <= 0)
        .forEach(member -> next.put(member.id(), member));
    Stream.concat(state.proposals().stream().map(Proposal::by), heard.stream())
        .flatMap(id -> state.member(id).stream())
        .forEach(member -> next.put(member.id(), member));
    told.clear();
    told.putAll(next);
    picture = Picture.NONE;
  }

  /// What somebody who comes into a giant is shown of it.
  RoomState of(RoomState state) {
    if (told.isEmpty()) {
      renew(state);
    }
    if (picture.state != state) {
      picture = new Picture(state, drawn(state));
    }
    return picture.shown;
  }

  private RoomState drawn(RoomState state) {
    var shown = told.keySet().stream().flatMap(id -> state.member(id).stream()).toList();
    return new RoomState(
        state.revision(),
        state.at(),
        state.stage(),
        state.settings(),
        new People(Members.of(shown), List.of(), true),
        state.agenda(),
        state.answered());
  }

  /// That a giant is as in `state`, at least up to `revision`, and that these of it are like this.
  static ServerMessage.Crowd crowd(
      long revision, RoomState state, List<Member> shown, List<MemberId> gone) {
    var members = state.people().members();
    return new ServerMessage.Crowd(revision, members.size(), members.here(), shown, gone);
  }

  /// Nobody is told anything of a giant: the room is none.
  void forget() {
    heard.clear();
    told.clear();
    picture = Picture.NONE;
  }
}
