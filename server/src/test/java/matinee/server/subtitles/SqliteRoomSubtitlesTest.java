package matinee.server.subtitles;

import matinee.server.people.Village;

final class SqliteRoomSubtitlesTest extends RoomSubtitlesContract {

  SqliteRoomSubtitlesTest() {
    super(Village.Kind.SQLITE);
  }
}
