package matinee.server.mail;

import java.util.concurrent.atomic.AtomicInteger;

/// Counts what becomes of letters.
final class MailTally implements MailMeter {
  private final AtomicInteger waiting = new AtomicInteger();
  private final AtomicInteger sent = new AtomicInteger();
  private final AtomicInteger failed = new AtomicInteger();

  @Override
  public void lettersWaiting(int letters) {
    waiting.set(letters);
  }

  @Override
  public void letterSent() {
    sent.incrementAndGet();
  }

  @Override
  public void letterFailed() {
    failed.incrementAndGet();
  }

  @Override
  public String toString() {
    return "%s waiting, %s sent, %s failed".formatted(waiting, sent, failed);
  }
}
