package matinee.room;

import java.util.List;

/// What a member wants to happen. Constructors reject what no room could ever accept.
public sealed interface Wish {

  /// What the room's [Control] decides on, and can be proposed (AS1).
  sealed interface OfFilm extends Wish {}

  /// What is wished of a line of the chat, which is named by the revision of its event (CH3).
  sealed interface OfLine extends Wish {
    long line();
  }

  /// Put `media` before everyone, paused at its start (PB7).
  record Load(Media media) implements OfFilm {}

  /// Go on from where the room stands (PB2).
  record Play() implements OfFilm {}

  /// Stand still at once (PB4).
  record Pause() implements OfFilm {}

  /// Be at `positionMs`, playing or not as before (PB6).
  record Seek(long positionMs) implements OfFilm {
    public Seek {
      if (positionMs < 0) {
        throw new IllegalArgumentException("positionMs must not be negative");
      }
    }
  }

  /// Move at `rate` (PB5).
  record SetRate(double rate) implements OfFilm {
    public SetRate {
      Rates.check(rate);
    }
  }

  /// Put these at the end of the queue, all or none (QU1); 1 to 20.
  record Enqueue(List<Media> media) implements OfFilm {
    public static final int MOST_AT_ONCE = 20;

    public Enqueue {
      media = List.copyOf(media);
      if (media.isEmpty() || media.size() > MOST_AT_ONCE) {
        throw new IllegalArgumentException("media must have 1 to " + MOST_AT_ONCE + " items");
      }
    }
  }

  /// Take the item out of the queue (QU2).
  record Dequeue(long item) implements OfFilm {}

  /// Put the item at the place `to` of the queue, from 0 on, or at its end if that is nearer (QU2).
  record MoveQueued(long item, int to) implements OfFilm {
    public MoveQueued {
      if (to < 0 || to >= Queue.MAX_ITEMS) {
        throw new IllegalArgumentException("to must be 0 to " + (Queue.MAX_ITEMS - 1));
      }
    }
  }

  /// Load the item now and start it (QU4).
  record PlayQueued(long item) implements OfFilm {}

  /// Go on to what is next by itself when a media has ended, or do not (QU5).
  record SetAutoAdvance(boolean on) implements OfFilm {}

  /// Do not go on now (QU5).
  record Stay() implements OfFilm {}

  /// Want the item to be played soon, or do not any more (QU3).
  record Vote(long item, boolean up) implements Wish {}

  /// Decide who may control playback (RI2).
  record SetControl(Control control) implements Wish {}

  /// Decide for whom the room waits (GA6).
  record SetGate(GatePolicy gate) implements Wish {}

  /// Need not be waited for, or be waited for again (GA8).
  record SetExcused(boolean excused) implements Wish {}

  /// Make `member` a member, a guest or a watcher (RI4).
  record SetStanding(MemberId member, Standing standing) implements Wish {
    public SetStanding {
      if (!isGiven(standing)) {
        throw new IllegalArgumentException("standing must be one that can be given");
      }
    }

    /// Is it one that can be given? Who owns the room gives it away whole (AC6).
    public static boolean isGiven(Standing standing) {
      return standing != Standing.OWNER;
    }
  }

  /// Put `member` out; it may come back (OD1).
  record Kick(MemberId member) implements Wish {}

  /// Put `member` out for good (OD2).
  record Ban(MemberId member) implements Wish {}

  /// Let `member`, who is banned, come back (OD2).
  record Unban(MemberId member) implements Wish {}

  /// Let `member` not chat, or chat again (OD3).
  record SetMuted(MemberId member, boolean muted) implements Wish {}

  /// Let nobody new enter, or everybody again (OD4).
  record SetLocked(boolean locked) implements Wish {}

  /// Decide how long a member waits between two things it says (CH2).
  record SetSlowMode(SlowMode slow) implements Wish {}

  /// From now on those write in the chat (CH10).
  record SetWriters(Writers writers) implements Wish {}

  /// Decide who comes in, and what stands on the door (AC1, AC3 to AC5).
  record SetDoor(Door door) implements Wish {}

  /// Let the room belong to `to`, and be a member (AC6).
  record GiveRoom(MemberId to) implements Wish {}

  /// Close the room for good (AC7).
  record CloseRoom() implements Wish {}

  /// Let the room live in the region `to` (RG1).
  record MoveRoom(RegionName to) implements Wish {}

  /// Say yes or no to what `member` proposed with the event `proposal` (AS2).
  record Answer(MemberId member, long proposal, boolean accepted) implements Wish {}

  /// Propose nothing any more (AS3).
  record Withdraw() implements Wish {}

  /// Make `to` the host; the owner takes back by naming itself (HO3).
  record HandOver(MemberId to) implements Wish {}

  /// Say `text` to everyone (CH1), with regard to `regards` (CH5); 1 to 2,000 characters.
  record Say(String text, Regards regards) implements Wish {
    public static final int MAX_TEXT = 2_000;

    public Say {
      text = Text.lines("text", text, MAX_TEXT);
    }

    /// With regard to nothing.
    public Say(String text) {
      this(text, Regards.NONE);
    }
  }

  /// Have said `text` instead, and mentioned these members (CH3); 1 to 2,000 characters.
  record Edit(long line, String text, List<MemberId> mentions) implements OfLine {
    public Edit {
      text = Text.lines("text", text, Say.MAX_TEXT);
      mentions = Regards.mentioning(mentions).mentions();
    }

    /// Mentioning nobody.
    public Edit(long line, String text) {
      this(line, text, List.of());
    }
  }

  /// Take away what was said (CH4).
  record RemoveLine(long line) implements OfLine {}

  /// Give the line an emoji, or take it back (CH6).
  record React(long line, String emoji, boolean on) implements OfLine {
    public React {
      Emoji.check(emoji);
    }
  }

  /// Be called `name` (ME5).
  record Rename(String name) implements Wish {
    public Rename {
      name = Text.line("name", name, Member.MAX_NAME);
    }
  }

  /// My player could play now, and found the media to be `length` long (GA1).
  record ReportReady(Length length) implements Wish {}

  /// My player cannot continue (GA1).
  record ReportBuffering() implements Wish {}

  /// My player cannot play this media at all; do not wait for me (GA5).
  record ReportUnable() implements Wish {}
}
