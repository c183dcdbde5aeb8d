package matinee.sim;

import matinee.server.rooms.RoomMeter;
import matinee.server.socket.SocketMeter;

/// Counts nothing.
enum Unmetered implements SocketMeter, RoomMeter {
  UNMETERED;

  @Override
  public void handshake(int status) {}

  @Override
  public void connectionOpened() {}

  @Override
  public void connectionClosed() {}

  @Override
  public void heartbeat() {}

  @Override
  public void malformed() {}

  @Override
  public void rateLimited() {}

  @Override
  public void delivered(int frames, int receivers) {}

  @Override
  public void signalsDropped(int count) {}

  @Override
  public void slowReaderClosed() {}

  @Override
  public void accepted(double ms) {}

  @Override
  public void rejected(String reason) {}

  @Override
  public void missed() {}

  @Override
  public void opened() {}

  @Override
  public void closed() {}
}
