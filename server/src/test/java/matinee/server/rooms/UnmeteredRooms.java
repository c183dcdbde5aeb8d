package matinee.server.rooms;

/// Counts nothing.
final class UnmeteredRooms implements RoomMeter {

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

  @Override
  public void delivered(int frames, int receivers) {}

  @Override
  public void signalsDropped(int count) {}

  @Override
  public void slowReaderClosed() {}
}
