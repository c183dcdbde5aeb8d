package matinee.server.screenings;

import java.sql.SQLException;
import java.time.Duration;
import java.time.InstantSource;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicReference;
import java.util.random.RandomGenerator;
import matinee.room.Media;
import matinee.server.accounts.AccountId;
import matinee.server.accounts.Belongings;
import matinee.server.journal.RoomId;
import matinee.server.rooms.RoomRegistry;
import matinee.server.screenings.Screening.State;
import matinee.server.sql.Database;
import matinee.server.sql.Session;

/// Planned evenings, as all servers of a database know them. Blocks. Safe for use by any thread.
public final class Screenings implements Belongings, AutoCloseable {
  /// How many an account may have planned at a time.
  public static final int MOST_PLANNED = 100;

  /// How many are planned at once.
  public static final int MOST_TOGETHER = 30;

  /// How many people answer whether they come.
  public static final int MOST_ANSWERS = 500;

  /// How far ahead one is planned at most.
  public static final Duration FARTHEST = Duration.ofDays(366);

  private static final int LISTED = 200;

  private final ScreeningRows rows;
  private final AnswerRows answers;
  private final ReminderRows reminded;
  private final FeedRows feeds;
  private final String node;
  private final InstantSource clock;
  private final RandomGenerator chance;
  private final AtomicReference<Optional<ScreeningKeeper>> keeper =
      new AtomicReference<>(Optional.empty());
  private final AtomicReference<Optional<Reminders>> reminders =
      new AtomicReference<>(Optional.empty());

  /// As the server `node` knows them. `clock` agrees with that of the other servers; `chance` is a
  /// cryptographic source.
  public Screenings(Database database, String node, InstantSource clock, RandomGenerator chance) {
    rows = new ScreeningRows(database);
    answers = new AnswerRows(database);
    reminded = new ReminderRows(database);
    feeds = new FeedRows(database, chance);
    this.node = node;
    this.clock = clock;
    this.chance = chance;
  }

  /// From now on screenings begin by themselves in `rooms`, until this is closed.
  public void keep(RoomRegistry rooms) {
    keeper.set(Optional.of(new ScreeningKeeper(this.rows, rooms, node, clock)));
  }

  /// From now on who said yes is reminded by `post`, until this is closed.
  public void remind(Post post) {
    reminders
        .getAndSet(Optional.of(new Reminders(rows, reminded, post, clock)))
        .ifPresent(Reminders::close);
  }

  /// A new secret by which a calendar fetches what `account` has planned and answered; the one
  /// before is good for nothing any more.
  public String renewFeed(AccountId account) {
    return feeds.renew(account, clock.instant());
  }

  /// What the calendar that shows `token` fetches, if it is a good one: also what was called off,
  /// and not what somebody said no to.
  public Optional<List<Screening>> ofFeed(String token) {
    return feeds.of(token).map(it -> rows.coming(it, LISTED));
  }

  /// What is shown in `room`, which is new, and when.
  public record Plan(RoomId room, Media film, Showtime time) {}

  /// Whether `owner` may plan so `many` more now.
  public boolean mayPlan(AccountId owner, int many) {
    return rows.planned(owner) + many <= MOST_PLANNED;
  }

  /// `owner` plans one evening, or several that belong together, 1 to [#MOST_TOGETHER]: all, or
  /// none where that would be more than [#MOST_PLANNED].
  public Optional<List<Screening>> plan(Screening.Owner owner, List<Plan> plans) {
    var planned = plans.stream().map(plan -> planned(owner, plan)).toList();
    var series =
        plans.size() == 1 ? Optional.<String>empty() : Optional.of(planned.getFirst().id().value());
    return rows.add(planned, series, clock.instant(), MOST_PLANNED)
        ? Optional.of(planned)
        : Optional.empty();
  }

  private Screening planned(Screening.Owner owner, Plan plan) {
    var id = ScreeningId.random(chance);
    return new Screening(id, plan.room(), owner, plan.film(), plan.time(), 0, State.PLANNED);
  }

  /// All that were planned together with the one called `id`, the earliest first; nothing if it was
  /// planned alone.
  public List<Screening> series(ScreeningId id) {
    return rows.series(id);
  }

  public Optional<Screening> find(ScreeningId id) {
    return rows.find(id);
  }

  /// The one for which `room` was made.
  public Optional<Screening> of(RoomId room) {
    return rows.of(room);
  }

  /// Those that `account` planned or answered, the latest first.
  public List<Screening> of(AccountId account) {
    return rows.of(account, LISTED);
  }

  /// `owner` puts it to another time; whether that was done: it is not where it has begun, is about
  /// to, is over, or is somebody else's.
  public boolean move(ScreeningId id, AccountId owner, Showtime to) {
    return rows.move(id, owner, to, clock.instant());
  }

  /// `owner` calls it off; whether that was done, as [#move].
  public boolean callOff(ScreeningId id, AccountId owner) {
    return rows.callOff(id, owner, clock.instant());
  }

  /// Who comes, in the order in which they said so.
  public List<Answer> answers(ScreeningId id) {
    return answers.of(id, MOST_ANSWERS);
  }

  /// Somebody says whether they come, or says otherwise; false if too many others have.
  public boolean answer(ScreeningId id, Answer answer) {
    return answers.put(id, answer, clock.instant(), MOST_ANSWERS);
  }

  @Override
  public void forget(Session session, AccountId gone) throws SQLException {
    AnswerRows.forget(session, gone);
  }

  @Override
  public void close() {
    reminders.get().ifPresent(Reminders::close);
    keeper.get().ifPresent(ScreeningKeeper::close);
  }
}
