package matinee.server;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import matinee.room.Length;
import matinee.room.Media;
import matinee.room.MediaRef;
import matinee.room.MemberId;
import matinee.server.access.Admission;
import matinee.server.journal.RoomId;

/// A server in a process of its own, which makes rooms and gives tickets to whoever asks on its
/// standard input.
public final class Clerk {

  private Clerk() {}

  /// Takes the options of a server. Prints the port of the page and the sync port; then for each
  /// line `room` the id of a new room, and for each line `ticket ROOM MEMBER` a ticket.
  public static void main(String[] arguments) {
    try {
      serve(arguments);
      Runtime.getRuntime().halt(0); // whoever asked is gone
    } catch (IOException | InterruptedException | RuntimeException e) {
      System.err.println("the clerk failed: " + e);
      Runtime.getRuntime().halt(1);
    }
  }

  private static void serve(String[] arguments) throws IOException, InterruptedException {
    var wanted = new Options().parse(arguments, Map.of());
    if (!(wanted instanceof Options.Wanted.Server(var config))) {
      throw new IllegalArgumentException("a server was expected");
    }
    var server = Matinee.serve(config);
    System.out.println("page " + server.webPort());
    System.out.println("port " + server.syncPort().orElseThrow());
    var in = new BufferedReader(new InputStreamReader(System.in, StandardCharsets.UTF_8));
    for (var line = in.readLine(); line != null; line = in.readLine()) {
      System.out.println("said " + answer(server, line.split(" ", -1)));
    }
  }

  private static String answer(Matinee server, String[] words) {
    if (words[0].equals("room")) {
      var film = new MediaRef.Address("https://example.org/a.mp4");
      return server.rooms().create(new Media(film, "A", new Length.Known(7_200_000))).value();
    }
    return server
        .tickets()
        .issue(new Admission(new RoomId(words[1]), new MemberId(words[2]), words[2], words[2]));
  }
}
