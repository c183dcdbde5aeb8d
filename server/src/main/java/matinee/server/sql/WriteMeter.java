package matinee.server.sql;

/// Is told of every commit. Called by the writer's thread: must be quick and must not throw.
@FunctionalInterface
public interface WriteMeter {

  /// `changes` were committed together, which took `nanos` nanoseconds.
  void committed(int changes, long nanos);
}
