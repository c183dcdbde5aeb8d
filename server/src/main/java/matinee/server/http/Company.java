package matinee.server.http;

import java.security.SecureRandom;
import java.time.InstantSource;
import java.util.Optional;
import java.util.Set;
import java.util.function.Supplier;
import matinee.server.Config;
import matinee.server.accounts.Belongings;
import matinee.server.audit.AuditTrail;
import matinee.server.chat.LineSearch;
import matinee.server.conversations.Conversations;
import matinee.server.invitations.Invitations;
import matinee.server.journal.SqlJournal;
import matinee.server.listing.PublicList;
import matinee.server.people.NewsDesk;
import matinee.server.people.People;
import matinee.server.portraits.Portraits;
import matinee.server.rooms.RoomRegistry;
import matinee.server.screenings.Screenings;
import matinee.server.sql.Database;
import matinee.server.subtitles.RoomSubtitles;
import matinee.server.supplies.Supplies;
import matinee.server.tracker.Introductions;
import matinee.server.viewings.Viewings;
import matinee.server.whereabouts.Sighting;
import matinee.server.whereabouts.Whereabouts;

/// How people look, whom they know, what they say to each other, how they hear of it, where they
/// are, what they have of rooms, and by what their browsers are introduced to one another.
public record Company(
    Portraits portraits,
    People people,
    Conversations conversations,
    NewsDesk desk,
    Whereabouts whereabouts,
    OfRooms ofRooms,
    Introductions introductions)
    implements AutoCloseable {

  /// By what people are let into rooms, which rooms everybody may find, if any can be found, how
  /// what was said in one is found, what people have watched in them, which evenings are planned,
  /// which subtitles are offered in them, and how much is there of their films.
  public record OfRooms(
      Invitations invitations,
      Optional<PublicList> publicList,
      LineSearch lines,
      Viewings viewings,
      Screenings screenings,
      RoomSubtitles subtitles,
      Supplies supplies) {

    /// From now on screenings begin by themselves in `rooms`, and these are told how much is there
    /// of films on their way in.
    void keep(RoomRegistry rooms) {
      screenings.keep(rooms);
      supplies.keep(rooms);
    }
  }

  /// That of the accounts in `database`, as the server `node` at `place` knows them; `clock` and
  /// `trail` are those of the accounts.
  public static Company of(
      Database database,
      AuditTrail trail,
      String node,
      Config.Place place,
      InstantSource clock,
      SecureRandom chance) {
    return new Company(
        new Portraits(database, trail, clock, chance),
        new People(database, trail, clock, chance),
        new Conversations(database, clock),
        new NewsDesk(database, clock),
        new Whereabouts(database, node, clock),
        new OfRooms(
            new Invitations(database, trail, clock, chance),
            place.listsRooms()
                ? Optional.of(new PublicList(database, node, clock))
                : Optional.empty(),
            new LineSearch(database, new SqlJournal(database)),
            new Viewings(database, clock, chance),
            new Screenings(database, node, clock, chance),
            new RoomSubtitles(database, clock, chance),
            new Supplies(database, clock)),
        new Introductions(database, node, clock, chance));
  }

  /// What is kept here of accounts.
  public Belongings belongings() {
    return Belongings.of(portraits, people, ofRooms.viewings(), ofRooms.screenings());
  }

  /// From now on those who are in `signedIn` are seen to be there, and what they watch in `rooms`;
  /// rooms that are public are listed, screenings begin by themselves, and rooms are told how much
  /// is there of films on their way in. Each is asked on threads of their own.
  public void see(Supplier<Set<Sighting>> signedIn, RoomRegistry rooms) {
    whereabouts.see(signedIn);
    ofRooms.publicList().ifPresent(it -> it.see(rooms::open));
    ofRooms.viewings().see(signedIn, rooms::kept);
    ofRooms.keep(rooms);
  }

  @Override
  public void close() {
    ofRooms.supplies().close();
    ofRooms.screenings().close();
    ofRooms.viewings().close();
    ofRooms.publicList().ifPresent(PublicList::close);
    whereabouts.close();
    desk.close();
    conversations.close();
    people.close();
  }
}
