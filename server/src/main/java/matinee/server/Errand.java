package matinee.server;

import java.io.IOException;

/// Something to be done once, instead of serving. Tells of it on standard output.
interface Errand {

  /// Throws `IOException` or [matinee.server.sql.DatabaseFailure], with what to do about it.
  void run() throws IOException;
}
