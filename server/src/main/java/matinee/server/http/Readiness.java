package matinee.server.http;

/// Whether it is worth while to send somebody to this server, or why not.
public enum Readiness {
  READY,
  STOPPING,
  MEMORY_SHORT,
  STORE_FAILS
}
