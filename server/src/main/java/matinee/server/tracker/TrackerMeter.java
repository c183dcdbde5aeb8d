package matinee.server.tracker;

/// What is counted of the tracker. Never blocks; safe for use by any thread.
public interface TrackerMeter {

  /// So many sockets are open.
  void open(int sockets);

  /// A peer has announced itself.
  void announced();

  /// An offer or an answer has gone to whom it is for, or to their server.
  void passedOn();

  void cut(Ending why);
}
