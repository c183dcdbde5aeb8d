package matinee.chaos;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import matinee.room.CommandId;
import matinee.room.MemberId;

/// Everything that one client has done and been told, in its order. Safe for use by any thread.
final class History {
  private final String client;
  private final String room;
  private final List<Entry> entries = new ArrayList<>();
  private MemberId member = new MemberId("nobody");

  /// Names a command in its room.
  record Key(MemberId member, CommandId id) {}

  History(String client, String room) {
    this.client = client;
    this.room = room;
  }

  /// What the trial calls the client.
  String client() {
    return client;
  }

  String room() {
    return room;
  }

  /// Who the client is in its room from now on.
  synchronized void isMember(MemberId id) {
    member = id;
  }

  synchronized MemberId member() {
    return member;
  }

  synchronized void add(Entry entry) {
    entries.add(entry);
  }

  synchronized List<Entry> entries() {
    return List.copyOf(entries);
  }

  /// What it is now, which does not grow with this one.
  synchronized History soFar() {
    var copy = new History(client, room);
    copy.member = member;
    copy.entries.addAll(entries);
    return copy;
  }

  <T extends Entry> Stream<T> all(Class<T> kind) {
    return entries().stream().filter(kind::isInstance).map(kind::cast);
  }

  Key key(CommandId id) {
    return new Key(member(), id);
  }

  @Override
  public String toString() {
    return client;
  }
}
