package matinee.server.immudb;

/// Is told how the copy of what was done fares.
public interface ImmudbMeter {

  /// So many links have been copied by this server.
  void copied(int links);

  /// Whether the last round reached the end of the chain.
  void copying(boolean succeeds);
}
