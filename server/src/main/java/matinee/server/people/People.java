package matinee.server.people;

import java.security.SecureRandom;
import java.sql.SQLException;
import java.time.InstantSource;
import java.util.Base64;
import java.util.Map;
import java.util.Optional;
import matinee.server.accounts.Account;
import matinee.server.accounts.AccountId;
import matinee.server.accounts.Belongings;
import matinee.server.audit.AuditTrail;
import matinee.server.audit.Entry;
import matinee.server.sql.Database;
import matinee.server.sql.Query;
import matinee.server.sql.Session;

/// Makes friends of people who have accounts, and keeps those away to whom somebody does not want
/// to listen. Of who asks, nobody is told whether an account exists; of who is blocked or declined,
/// nobody that they are. Blocks. Safe for use by any thread.
public final class People implements Belongings, AutoCloseable {
  private static final int ID_BYTES = 16;
  private static final int TRIES = 3;

  private final Database database;
  private final AuditTrail trail;
  private final InstantSource clock;
  private final SecureRandom chance;
  private final PeopleSweep sweep;

  /// `clock` agrees with that of the other servers to a second or so. Who is blocked by whom is
  /// written down in `trail`.
  public People(Database database, AuditTrail trail, InstantSource clock, SecureRandom chance) {
    this.database = database;
    this.trail = trail;
    this.clock = clock;
    this.chance = chance;
    sweep = new PeopleSweep(database, clock);
  }

  /// What `me` has with other people; empty if the account is deleted just then.
  public Optional<Circle> circle(Account me) {
    return database.read(session -> PersonRows.of(session, me.id())).isPresent()
        ? database.read(session -> circle(session, me))
        : database.write(
            Ties.PLACE,
            session -> {
              PersonRows.ensure(session, me.id(), chance, clock.instant());
              return circle(session, me);
            });
  }

  private Optional<Circle> circle(Session session, Account me) throws SQLException {
    var person = PersonRows.of(session, me.id());
    if (person.isEmpty()) {
      return Optional.empty();
    }
    var handle = person.get().handle();
    var now = clock.instant();
    return Optional.of(
        new Circle(
            handle,
            person.get().news(),
            person.get().isShown(),
            FriendRows.of(session, me.id()),
            RequestRows.of(session, me.id(), now),
            RequestRows.asking(session, me, handle, now),
            FriendRows.blocked(session, me.id())));
  }

  /// Asks whoever `target` means to be a friend of `me`; whether that is somebody, and whether `me`
  /// is blocked there, neither the answer tells nor the time that it takes.
  public Answer ask(Account me, Target target) {
    var id = newId();
    var answer =
        inTransaction(
            me,
            (session, handle) -> {
              if (target.means(me, handle)) {
                return Answer.YOURSELF;
              }
              if (RequestRows.others(session, me.id(), target) >= RequestRows.AT_MOST) {
                return Answer.TOO_MANY;
              }
              RequestRows.ask(session, id, me.id(), target, clock.instant());
              PersonRows.tell(session, clock.instant(), me.id());
              return Answer.DONE;
            });
    if (answer == Answer.DONE) {
      // Nobody waits for it: it takes longer where there is somebody.
      var _ =
          database.writeLater(
              Ties.PLACE, session -> PersonRows.tell(session, clock.instant(), target));
    }
    return answer;
  }

  private String newId() {
    var bytes = new byte[ID_BYTES];
    chance.nextBytes(bytes);
    return Base64.getUrlEncoder().withoutPadding().encodeToString(bytes);
  }

  /// Something that `me`, who has this handle, does in one transaction.
  @FunctionalInterface
  private interface Doing {
    Answer in(Session session, Handle handle) throws SQLException;
  }

  private Answer inTransaction(Account me, Doing doing) {
    return database.write(Ties.PLACE, done(me, doing));
  }

  private Query<Answer> done(Account me, Doing doing) {
    return session -> {
      var person = PersonRows.ensure(session, me.id(), chance, clock.instant());
      return person.isEmpty() ? Answer.UNKNOWN : doing.in(session, person.get().handle());
    };
  }

  private static Answer doneIf(boolean isDone) {
    return isDone ? Answer.DONE : Answer.UNKNOWN;
  }

  /// From now on the friends of `me` may see that `me` is here, or not.
  public Answer show(Account me, boolean isShown) {
    return inTransaction(
        me,
        (session, _) -> {
          PersonRows.show(session, me.id(), isShown);
          PersonRows.tell(session, clock.instant(), me.id());
          return Answer.DONE;
        });
  }

  /// Takes back the request of `me` that is called `request`.
  public Answer withdraw(Account me, String request) {
    return inTransaction(
        me,
        (session, _) -> {
          PersonRows.tell(session, clock.instant(), me.id());
          return doneIf(RequestRows.withdraw(session, me.id(), request));
        });
  }

  /// Makes `me` and `asker`, who has asked for it, friends.
  public Answer accept(Account me, AccountId asker) {
    return inTransaction(
        me,
        (session, handle) -> {
          var now = clock.instant();
          PersonRows.tell(session, now, me.id(), asker);
          if (!RequestRows.isAsking(session, me, handle, asker, now)) {
            return Answer.UNKNOWN;
          }
          if (FriendRows.isFull(session, me.id())) {
            return Answer.TOO_MANY;
          }
          if (FriendRows.isFull(session, asker)) {
            return Answer.TOO_MANY_THERE;
          }
          FriendRows.add(session, me.id(), asker, now);
          endRequests(session, me.id(), asker);
          return Answer.DONE;
        });
  }

  private static void endRequests(Session session, AccountId one, AccountId other)
      throws SQLException {
    RequestRows.end(session, one, other);
    RequestRows.end(session, other, one);
  }

  /// `me` does not want to be a friend of `asker`.
  public Answer decline(Account me, AccountId asker) {
    return inTransaction(
        me,
        (session, handle) -> {
          PersonRows.tell(session, clock.instant(), me.id());
          return doneIf(RequestRows.decline(session, me, handle, asker, clock.instant()));
        });
  }

  /// `me` and `friend` are friends no more.
  public Answer remove(Account me, AccountId friend) {
    return inTransaction(
        me,
        (session, _) -> {
          PersonRows.tell(session, clock.instant(), me.id(), friend);
          return doneIf(FriendRows.remove(session, me.id(), friend));
        });
  }

  /// `me` calls `friend` by this name from now on, or by none of its own if it is empty; nobody
  /// else learns it.
  public Answer note(Account me, AccountId friend, String note) {
    return inTransaction(
        me,
        (session, _) -> {
          PersonRows.tell(session, clock.instant(), me.id());
          return doneIf(FriendRows.note(session, me.id(), friend, note));
        });
  }

  /// `me`, who asks from the network address `origin`, does not listen to `other` any more: they
  /// are no friends, and what `other` asks from now on does not arrive. Done also if that is so
  /// already.
  public Answer block(Account me, AccountId other, String origin) {
    if (me.id().equals(other)) {
      return Answer.YOURSELF;
    }
    if (database.read(session -> FriendRows.hasBlockedMost(session, me.id()))) {
      return Answer.TOO_MANY;
    }
    boolean isNew =
        written(
            "people.block",
            me,
            other,
            origin,
            session -> {
              PersonRows.tell(session, clock.instant(), me.id(), other);
              FriendRows.remove(session, me.id(), other);
              RequestRows.end(session, me.id(), other);
              return FriendRows.block(session, me.id(), other, clock.instant());
            });
    return doneIf(
        isNew || database.read(session -> FriendRows.hasBlocked(session, me.id(), other)));
  }

  /// `me`, who asks from the network address `origin`, listens to `other` again. They are no
  /// friends by that.
  public Answer unblock(Account me, AccountId other, String origin) {
    return doneIf(
        written(
            "people.unblock",
            me,
            other,
            origin,
            session -> {
              PersonRows.tell(session, clock.instant(), me.id());
              return FriendRows.unblock(session, me.id(), other);
            }));
  }

  private boolean written(
      String action, Account me, AccountId other, String origin, Query<Boolean> change) {
    var entry = Entry.of(clock.instant(), me.id().value(), action, other.value(), origin, Map.of());
    return trail.record(entry, change);
  }

  /// Something about `me` is another that friends see, as their pages learn.
  public void tellFriends(AccountId me) {
    var _ = database.write(Ties.PLACE, session -> tellFriends(session, me));
  }

  private boolean tellFriends(Session session, AccountId me) throws SQLException {
    var friends = FriendRows.of(session, me).stream().map(Circle.Friend::id);
    PersonRows.tell(session, clock.instant(), friends.toArray(AccountId[]::new));
    return true;
  }

  /// Friends learn that somebody is gone. What people had is seen by nobody then, and swept later.
  @Override
  public void forget(Session session, AccountId gone) throws SQLException {
    tellFriends(session, gone);
  }

  /// Gives `me` another handle: the one before is nobody's, and what was asked by it does not
  /// arrive any more.
  public Answer renewHandle(Account me) {
    return inTransaction(
        me,
        (session, _) -> {
          PersonRows.tell(session, clock.instant(), me.id());
          for (int i = 0; i < TRIES; i++) {
            if (PersonRows.change(session, me.id(), Handle.fresh(chance))) {
              return Answer.DONE;
            }
          }
          return Answer.UNKNOWN;
        });
  }

  @Override
  public void close() {
    sweep.close();
  }
}
