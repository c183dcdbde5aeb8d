package matinee.server.socket;

import matinee.server.fanout.FanoutMeter;

/// Is told what happens to connections. Called on event loops: must be quick and must not throw.
public interface SocketMeter extends FanoutMeter {

  /// A handshake ended with this HTTP status; 101 is success.
  void handshake(int status);

  void connectionOpened();

  void connectionClosed();

  void heartbeat();

  void malformed();

  /// A command was refused because its author sends too many (CO2, CO3).
  void rateLimited();
}
