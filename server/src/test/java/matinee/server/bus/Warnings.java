package matinee.server.bus;

import ch.qos.logback.classic.Level;
import ch.qos.logback.classic.Logger;
import ch.qos.logback.classic.spi.ILoggingEvent;
import ch.qos.logback.core.AppenderBase;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import org.slf4j.LoggerFactory;

/// What carriers warn of.
final class Warnings {

  private Warnings() {}

  /// The first that a carrier with this address warns of; a minute is waited for it.
  static String first(String address) throws InterruptedException {
    var warnings = new LinkedBlockingQueue<String>();
    var appender =
        new AppenderBase<ILoggingEvent>() {
          @Override
          protected void append(ILoggingEvent line) {
            if (line.getLevel() == Level.WARN) {
              warnings.add(line.getFormattedMessage());
            }
          }
        };
    appender.start();
    var logger = (Logger) LoggerFactory.getLogger(RedisCarrier.class);
    logger.addAppender(appender);
    try (var _ = new RedisCarrier(RedisAddress.parse(address), "east", System::nanoTime)) {
      return String.valueOf(warnings.poll(1, TimeUnit.MINUTES));
    } finally {
      logger.detachAppender(appender);
    }
  }
}
