package matinee.browser;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import matinee.room.Action;
import matinee.room.Device;
import matinee.room.Grant;
import matinee.room.Member;
import matinee.room.RoomState;
import matinee.room.Stage;
import matinee.wire.Replica;
import matinee.wire.ServerMessage;
import matinee.wire.ServerMessages;
import org.teavm.jso.JSExport;

/// A [Replica] as pages see it; `Replica` in core.d.ts.
public final class PageReplica {
  private final Replica replica = new Replica();

  PageReplica() {}

  /// Takes in one frame of the server and says what became of it: `applied`; `known` already;
  /// `gap`, it does not follow what is known; `ignored`, it says nothing about the room's state.
  /// Throws a JavaScript error that names the field when it is malformed.
  @JSExport
  public String apply(String frame) {
    return switch (replica.apply(Messages.valueOf(ServerMessages.decode(frame)))) {
      case APPLIED -> "applied";
      case KNOWN -> "known";
      case GAP -> "gap";
      case IGNORED -> "ignored";
    };
  }

  /// The state as a snapshot message; empty before the first snapshot.
  @JSExport
  public String snapshot() {
    return epoch().isEmpty()
        ? ""
        : ServerMessages.encode(new ServerMessage.Snapshot(epoch(), state()));
  }

  /// 0 before the first snapshot.
  @JSExport
  public double revision() {
    return state().revision();
  }

  /// The history's name; empty before the first snapshot.
  @JSExport
  public String epoch() {
    return replica.epoch();
  }

  /// Where the media is at this room time, no further than its end; 0 while nothing is loaded.
  @JSExport
  public double positionAt(double roomTimeMs) {
    return switch (state().stage()) {
      case Stage.Idle _ -> 0;
      case Stage.Loaded loaded -> loaded.positionAt(Instant.ofEpochMilli((long) roomTimeMs));
    };
  }

  /// The ids of those whom the room waits for, or would wait for when somebody pressed play (GA2).
  @JSExport
  public String[] waitedFor() {
    List<Member> waitedFor = state().waitedFor();
    var ids = new String[waitedFor.size()];
    for (int i = 0; i < ids.length; i++) {
      ids[i] = waitedFor.get(i).id().value();
    }
    return ids;
  }

  /// Does the room wait for its film, of which too little is there (UP3)?
  @JSExport
  public boolean awaitsFilm() {
    return state().stage() instanceof Stage.Loaded loaded && loaded.isShort();
  }

  /// The names of the actions that this member may do now, if they are done to somebody then to
  /// those below (RI1, RI4); none, if it is not in the room.
  @JSExport
  public String[] rights(String member) {
    return granted(member, Device.SCREEN, Grant.YES);
  }

  /// The same for a companion of this member (CD2).
  @JSExport
  public String[] companionRights(String member) {
    return granted(member, Device.COMPANION, Grant.YES);
  }

  /// The names of the actions that this member may propose now (AS1).
  @JSExport
  public String[] asks(String member) {
    return granted(member, Device.SCREEN, Grant.ASK);
  }

  /// From which room time on this member may say something more; -1 if it may at any time, or is
  /// not in the room (CH2).
  @JSExport
  public double mayChatFrom(String member) {
    for (var one : state().members()) {
      if (one.id().value().equals(member)) {
        var from = state().mayChatFrom(one);
        return from.isPresent() ? from.get().toEpochMilli() : -1;
      }
    }
    return -1;
  }

  /// Is this member one of those who write in the chat, if its role may chat (CH10)? No, if it is
  /// not in the room.
  @JSExport
  public boolean mayWrite(String member) {
    for (var one : state().members()) {
      if (one.id().value().equals(member)) {
        return state().mayWrite(one);
      }
    }
    return false;
  }

  private String[] granted(String member, Device device, Grant grant) {
    var names = new ArrayList<String>();
    for (var one : state().members()) {
      if (one.id().value().equals(member)) {
        for (var action : Action.values()) {
          if (state().grant(one, device, action) == grant) {
            names.add(action.name());
          }
        }
      }
    }
    return names.toArray(new String[0]);
  }

  /// What this member is in the room, by the name of its role; empty, if it is not in the room.
  @JSExport
  public String role(String member) {
    for (var one : state().members()) {
      if (one.id().value().equals(member)) {
        return one.role().name();
      }
    }
    return "";
  }

  private RoomState state() {
    return replica.state();
  }
}
