package matinee.server.sql;

import java.io.Serial;

/// The database did not do what it was asked. What was to be written is not there.
public final class DatabaseFailure extends RuntimeException {
  @Serial private static final long serialVersionUID = 1;

  DatabaseFailure(String message) {
    super(message);
  }

  DatabaseFailure(String message, Throwable cause) {
    super(message, cause);
  }
}
