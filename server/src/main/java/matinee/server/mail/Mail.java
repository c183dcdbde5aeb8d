package matinee.server.mail;

import java.security.SecureRandom;
import java.time.Duration;
import java.time.InstantSource;
import java.util.Base64;
import java.util.Collection;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import matinee.server.background.PeriodicTask;
import matinee.server.background.PeriodicTask.Pauses;
import matinee.server.sql.Database;
import matinee.server.sql.Query;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// Where letters are given up to be sent, and what sends them: each server that has a mail server
/// does, from a queue that all servers of a database share. Each letter arrives once, as far as
/// SMTP allows.
///
/// Safe for use by any thread.
public final class Mail implements AutoCloseable {
  private static final Logger LOG = LoggerFactory.getLogger(Mail.class);
  private static final Duration PERIOD = Duration.ofSeconds(2);
  private static final Duration SWEEPING = Duration.ofHours(1);

  /// How long the letter under way may take when the server stops.
  private static final Duration PATIENCE = Duration.ofSeconds(2);

  private static final int ID_BYTES = 16;

  private final Database database;
  private final LetterRows rows;
  private final InstantSource clock;
  private final SecureRandom chance;
  private final Sending sending;
  private final PeriodicTask task;
  private final PeriodicTask sweep;

  /// Begins to send at once; `clock` is the same on all servers, more or less.
  public Mail(
      MailSettings settings,
      Database database,
      InstantSource clock,
      SecureRandom chance,
      MailMeter meter) {
    this.database = database;
    this.clock = clock;
    this.chance = chance;
    rows = new LetterRows(database);
    sending = new Sending(rows, new Smtp(settings), clock, meter);
    task =
        new PeriodicTask(
            Thread.ofVirtual().name("mail"),
            Pauses.after(PERIOD),
            sending::round,
            e -> LOG.warn("could not see to letters", e));
    sweep =
        new PeriodicTask(
            Thread.ofVirtual().name("mail-sweep"),
            Pauses.after(SWEEPING),
            this::forgetOld,
            e -> LOG.warn("could not remove letters that ended long ago", e));
  }

  private void forgetOld() {
    while (rows.removeOld(clock.instant()) > 0 && !Thread.currentThread().isInterrupted()) {
      Thread.yield();
    }
  }

  /// Queues `letter`: it is committed when this returns, and sent soon after. `sender` is by what
  /// somebody is known who has letters sent, or empty where nobody is to be counted; a bound that
  /// is exceeded is told. Blocks; throws [matinee.server.sql.DatabaseFailure].
  public Queued queue(Letter letter, String sender) {
    var queued = rows.add(new LetterRows.New(newId(chance), letter, sender), clock.instant());
    task.wake();
    return queued;
  }

  /// As [#queue], but sent within two seconds: not while somebody waits for the answer, who might
  /// tell from how long it takes that there is a letter to send.
  public Queued queueForLater(Letter letter, String sender) {
    return rows.add(new LetterRows.New(newId(chance), letter, sender), clock.instant());
  }

  /// Does all that [#queueForLater] does with `letter`, and nobody is sent anything: so it cannot
  /// be told from how long it takes whether there was somebody to write to.
  public void pretend(Letter letter, String sender) {
    rows.addAndRemove(new LetterRows.New(newId(chance), letter, sender), clock.instant());
  }

  /// As [#queue], for whoever has a reason to write in the same transaction: the letter is queued
  /// when that commits, and sent within two seconds. A refusal undoes nothing by itself.
  public Query<Queued> queuing(Letter letter, String sender) {
    return LetterRows.adding(new LetterRows.New(newId(chance), letter, sender), clock.instant());
  }

  /// How long it is until `sender` may have so many `letters` sent, from 1 to 50, if that is not
  /// now.
  public Optional<Duration> pause(String sender, int letters) {
    return database.read(pausing(sender, letters));
  }

  /// As [#pause], in the transaction in which it is run.
  public Query<Optional<Duration>> pausing(String sender, int letters) {
    var now = clock.instant();
    return session -> LetterRows.pause(session, sender, letters, now);
  }

  /// What has become of the letters called `ids`. Of what ended a week ago nothing is known.
  public Map<String, Fate> fates(Collection<String> ids) {
    return database.read(
        session -> {
          var fates = new HashMap<String, Fate>();
          for (var id : ids) {
            LetterRows.fate(session, id).ifPresent(it -> fates.put(id, it));
          }
          return fates;
        });
  }

  /// From now on `addressee`, as in [Stop], gets no letters that nobody has to get, those that wait
  /// included.
  public void stop(String addressee) {
    var now = clock.instant();
    database.write(
        LetterRows.PLACE,
        session -> {
          StopRows.stop(session, addressee, now);
          return true;
        });
  }

  /// A name for a letter, 128 bits of `chance`, as it may stand in a Message-ID.
  public static String newId(SecureRandom chance) {
    var bytes = new byte[ID_BYTES];
    chance.nextBytes(bytes);
    return Base64.getUrlEncoder().withoutPadding().encodeToString(bytes);
  }

  /// Begins no other letter, and gives the one under way two seconds. What it breaks off there is
  /// tried again when the claim is over.
  @Override
  public void close() {
    sending.stop();
    sweep.close();
    var finishing = Thread.ofVirtual().start(task::finish);
    try {
      if (!finishing.join(PATIENCE)) {
        task.close();
      }
    } catch (InterruptedException _) {
      Thread.currentThread().interrupt();
      task.close();
    }
  }
}
