package matinee.server.conversations;

import java.time.InstantSource;
import java.util.List;
import java.util.Optional;
import matinee.server.accounts.AccountId;
import matinee.server.people.Ties;
import matinee.server.sql.Database;
import matinee.server.sql.Query;

/// What friends say to each other: kept, in one order for both. Who is a friend no more reads what
/// was said, and says nothing more. What somebody said goes with the account, what the other said
/// stays with the other. Blocks. Safe for use by any thread.
public final class Conversations implements AutoCloseable {
  /// How many messages a page has at most.
  public static final int MAX_PAGE = 100;

  private final Database database;
  private final InstantSource clock;
  private final ConversationSweep sweep;

  /// `clock` agrees with that of the other servers to a second or so.
  public Conversations(Database database, InstantSource clock) {
    this.database = database;
    this.clock = clock;
    sweep = new ConversationSweep(database);
  }

  /// Those of `me`, the one with the newest message first; at most 200.
  public List<Talk> of(AccountId me) {
    return database.read(session -> TalkRows.of(session, me));
  }

  /// With whom `me` has conversations, also if blocked, in the order of their ids: at most `limit`
  /// of them, those behind `after`, the first if that is empty.
  public List<Partner> partners(AccountId me, String after, int limit) {
    return database.read(session -> TalkRows.partners(session, me, after, limit));
  }

  /// At most `limit` messages between `me` and `with` behind the one with `number`, in their order.
  public List<Message> behind(AccountId me, AccountId with, long number, int limit) {
    return database.read(session -> MessageRows.behind(session, Pair.of(me, with), number, limit));
  }

  /// At most `limit` messages between `me` and `with` before the one with `number`.
  public Page before(AccountId me, AccountId with, long number, int limit) {
    return database.read(
        session -> {
          var pair = Pair.of(me, with);
          var counts = MessageRows.counts(session, pair); // first: what is newer comes again
          var found = MessageRows.before(session, pair, number, limit + 1);
          boolean more = found.size() > limit;
          var messages = more ? found.subList(1, found.size()) : found;
          return new Page(messages, counts.changes(), TalkRows.read(session, me, with), more);
        });
  }

  /// At most `limit` messages that were added or changed after the change `change`, in the order of
  /// their changes.
  public Page after(AccountId me, AccountId with, long change, int limit) {
    return database.read(
        session -> {
          var pair = Pair.of(me, with);
          var counts = MessageRows.counts(session, pair);
          var changed = MessageRows.after(session, pair, change, limit);
          return new Page(
              changed, counts.changes(), TalkRows.read(session, me, with), changed.size() == limit);
        });
  }

  /// `me` says `text` to `to`. What `me` has said to `to` by the same `key` already is not said
  /// again.
  public Told say(AccountId me, AccountId to, String key, String text) {
    return database.write(Ties.PLACE, adding(me, to, key, text, Optional.empty()));
  }

  /// The message of `me` to `to` that is known by `key`, if there is one.
  public Optional<Long> withKey(AccountId me, AccountId to, String key) {
    return database.read(session -> MessageRows.withKey(session, Pair.of(me, to), me, key));
  }

  /// May `me` say something to `to`?
  public boolean isOpen(AccountId me, AccountId to) {
    return database.read(session -> Ties.areFriends(session, me, to));
  }

  /// `me` invites `to` to watch together; by `key` as [#say].
  public Told invite(AccountId me, AccountId to, String key, Invitation invitation) {
    return database.write(Ties.PLACE, adding(me, to, key, "", Optional.of(invitation)));
  }

  private Query<Told> adding(
      AccountId me, AccountId to, String key, String text, Optional<Invitation> invitation) {
    return session -> {
      var pair = Pair.of(me, to);
      var now = clock.instant();
      Ties.tell(session, now, me, to);
      if (!Ties.areFriends(session, me, to)) {
        return new Told.NoFriends();
      }
      var known = MessageRows.withKey(session, pair, me, key);
      if (known.isPresent()) {
        return new Told.Stands(known.get());
      }
      var counts = MessageRows.count(session, pair, 1);
      MessageRows.add(session, pair, counts, me, key, text, now);
      if (invitation.isPresent()) {
        InvitationRows.add(session, pair, counts.messages(), invitation.get());
      }
      TalkRows.mark(session, me, to, counts.messages());
      return new Told.Stands(counts.messages());
    };
  }

  /// `me` answers the invitation that is message `number` between `me` and `with`. The first answer
  /// counts: `NoMessage` if there is another, the invitation is over, or it is not for `me` to
  /// answer so.
  public Told answer(AccountId me, AccountId with, long number, InvitationAnswer answer) {
    return database.write(
        Ties.PLACE,
        session -> {
          var pair = Pair.of(me, with);
          var now = clock.instant();
          if (!InvitationRows.answer(session, pair, number, me, answer, now)) {
            return new Told.NoMessage();
          }
          InvitationRows.touch(session, pair, number);
          Ties.tell(session, now, me, with);
          return new Told.Stands(number);
        });
  }

  /// `me` puts `text` into the place of what `me` said to `to` as message `number`.
  public Told edit(AccountId me, AccountId to, long number, String text) {
    return database.write(
        Ties.PLACE,
        session -> {
          var now = clock.instant();
          Ties.tell(session, now, me, to);
          if (!Ties.areFriends(session, me, to)) {
            return new Told.NoFriends();
          }
          var pair = Pair.of(me, to);
          if (!MessageRows.isOf(session, pair, number, me)) {
            return new Told.NoMessage();
          }
          MessageRows.edit(session, pair, number, text, now);
          return new Told.Stands(number);
        });
  }

  /// `me` takes message `number` to `to` back, also when they are friends no more. Its words are
  /// gone then.
  public Told delete(AccountId me, AccountId to, long number) {
    return database.write(
        Ties.PLACE,
        session -> {
          var pair = Pair.of(me, to);
          var now = clock.instant();
          if (!MessageRows.isOf(session, pair, number, me)) {
            return new Told.NoMessage();
          }
          Ties.tell(session, now, me, to);
          MessageRows.delete(session, pair, number, now);
          return new Told.Stands(number);
        });
  }

  /// `me` has read what is between `me` and `with` up to message `number`; what is beyond the
  /// newest counts as the newest.
  public void read(AccountId me, AccountId with, long number) {
    database.write(
        Ties.PLACE,
        session -> {
          var newest = MessageRows.counts(session, Pair.of(me, with)).messages();
          boolean isNew = newest > 0 && TalkRows.mark(session, me, with, Math.min(number, newest));
          if (isNew) {
            Ties.tell(session, clock.instant(), me);
          }
          return isNew;
        });
  }

  @Override
  public void close() {
    sweep.close();
  }
}
