package matinee.server.telemetry;

import ch.qos.logback.classic.Level;
import ch.qos.logback.classic.Logger;
import ch.qos.logback.classic.LoggerContext;
import ch.qos.logback.classic.encoder.JsonEncoder;
import ch.qos.logback.classic.encoder.PatternLayoutEncoder;
import ch.qos.logback.classic.spi.ILoggingEvent;
import ch.qos.logback.core.ConsoleAppender;
import ch.qos.logback.core.encoder.Encoder;
import matinee.server.Config.LogFormat;
import org.slf4j.LoggerFactory;

/// Log lines, on standard error. Set up in code, which takes less time than reading a configuration
/// file.
public final class Logs {
  private static final String PLAIN = "%d{HH:mm:ss.SSS} %-5level %logger{0}: %msg%n";

  /// Calls every film that a player stops reading an error, without saying anything about it.
  private static final String BROKEN_OFF = "io.vertx.core.net.impl.VertxConnection";

  /// Complains of every sentinel at every try, with as many stars as the password has characters.
  private static final String REDIS = "io.lettuce.core";

  private Logs() {}

  /// From now on log lines look as `format` says.
  public static void use(LogFormat format) {
    var context = (LoggerContext) LoggerFactory.getILoggerFactory();
    context.reset();
    var appender = new ConsoleAppender<ILoggingEvent>();
    appender.setContext(context);
    appender.setTarget("System.err");
    appender.setEncoder(encoder(format, context));
    appender.start();
    var root = context.getLogger(Logger.ROOT_LOGGER_NAME);
    root.setLevel(Level.INFO);
    root.addAppender(appender);
    context.getLogger("org.flywaydb").setLevel(Level.WARN);
    context.getLogger(BROKEN_OFF).setLevel(Level.OFF);
    context.getLogger(REDIS).setLevel(Level.ERROR);
  }

  private static Encoder<ILoggingEvent> encoder(LogFormat format, LoggerContext context) {
    return switch (format) {
      case JSON -> {
        var json = new JsonEncoder();
        json.setContext(context);
        json.start();
        yield json;
      }
      case PLAIN -> {
        var plain = new PatternLayoutEncoder();
        plain.setContext(context);
        plain.setPattern(PLAIN);
        plain.start();
        yield plain;
      }
    };
  }
}
