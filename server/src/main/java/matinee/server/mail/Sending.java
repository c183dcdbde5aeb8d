package matinee.server.mail;

import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Optional;
import matinee.server.mail.LetterRows.Claimed;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// Sends what is due, one letter after the other. Used by one thread, but for [#stop].
///
/// What failed for now is tried again 1, 5, 25, 125 and 625 minutes later, and for the last time a
/// day after it was queued. A letter is marked as `sending` before the mail server sees it, and as
/// `sent` after: if a server ends in between, the letter is sent again when its claim is over. It
/// has the same Message-ID then, by which many mailboxes show it once; more SMTP cannot promise.
final class Sending {
  private static final Logger LOG = LoggerFactory.getLogger(Sending.class);
  private static final Duration FIRST_PAUSE = Duration.ofMinutes(1);
  private static final int LONGER = 5;
  private static final Duration GIVEN_UP = Duration.ofDays(1);

  private final LetterRows rows;
  private final Smtp smtp;
  private final InstantSource clock;
  private final MailMeter meter;
  private boolean isInTrouble;
  private volatile boolean isStopping;

  Sending(LetterRows rows, Smtp smtp, InstantSource clock, MailMeter meter) {
    this.rows = rows;
    this.smtp = smtp;
    this.clock = clock;
    this.meter = meter;
  }

  /// Sends until nothing is due, or the mail server is in a state in which it takes no letter.
  void round() {
    while (!isStopping && goesOn()) {
      meter.lettersWaiting(rows.waiting());
    }
    if (!isStopping) {
      meter.lettersWaiting(rows.waiting());
    }
  }

  /// Sends the letter that is due, if one is, and the server takes letters.
  private boolean goesOn() {
    return rows.claim(clock.instant()).map(this::goesOnAfter).orElse(false);
  }

  /// Begins no other letter.
  void stop() {
    isStopping = true;
  }

  private boolean goesOnAfter(Claimed claimed) {
    var delivery = smtp.send(claimed.id(), claimed.letter(), clock.instant());
    return switch (delivery) {
      case Delivery.Taken(var words) -> {
        rows.end(claimed, true, words, clock.instant());
        meter.letterSent();
        note(false, words);
        yield true;
      }
      case Delivery.Failed _ when Thread.currentThread().isInterrupted() ->
          false; // broken off by ourselves, and tried again when the claim is over
      case Delivery.Failed(var trouble, var words) -> {
        fail(claimed, trouble, words);
        note(trouble.isOfAll(), words);
        yield !trouble.isOfAll();
      }
    };
  }

  private void fail(Claimed claimed, Delivery.Trouble trouble, String words) {
    var now = clock.instant();
    var next =
        trouble.isForGood()
            ? Optional.<Instant>empty()
            : nextTry(claimed.created(), claimed.tries(), now);
    if (next.isPresent()) {
      rows.putOff(claimed, words, next.get());
      return;
    }
    rows.end(claimed, false, words, now);
    meter.letterFailed();
    LOG.warn(
        "the {} letter {} is given up: {}", claimed.letter().kind().word(), claimed.id(), words);
  }

  /// When a letter that was queued at `created`, and has failed now for the `tries`-th time, is
  /// tried again, if ever.
  static Optional<Instant> nextTry(Instant created, int tries, Instant now) {
    var end = created.plus(GIVEN_UP);
    if (!now.isBefore(end)) {
      return Optional.empty();
    }
    var pause = FIRST_PAUSE;
    for (int i = 1; i < tries && pause.compareTo(GIVEN_UP) < 0; i++) {
      pause = pause.multipliedBy(LONGER);
    }
    var next = now.plus(pause);
    return Optional.of(next.isBefore(end) ? next : end);
  }

  /// Tells of a mail server that takes no letters, and that it does again, once each.
  private void note(boolean trouble, String words) {
    if (trouble && !isInTrouble) {
      LOG.warn("the mail server takes no letters; they wait: {}", words);
    }
    if (!trouble && isInTrouble) {
      LOG.info("the mail server takes letters again");
    }
    isInTrouble = trouble;
  }
}
