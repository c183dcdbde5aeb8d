package matinee.server.subtitles;

import matinee.server.people.Village;

final class PostgresRoomSubtitlesTest extends RoomSubtitlesContract {

  PostgresRoomSubtitlesTest() {
    super(Village.Kind.POSTGRESQL);
  }
}
