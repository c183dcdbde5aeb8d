package matinee.room;

import java.time.Instant;
import java.util.List;

/// A fact about a room. Never refused, never taken back.
public sealed interface Event {

  /// What happens to the queue (QU).
  sealed interface OfQueue extends Event {}

  /// What happens to a line of the chat, which is named by the revision of its [Said] (CH3).
  sealed interface OfLine extends Event {
    long line();
  }

  /// Somebody new is here.
  record Joined(MemberId member, String name) implements Event {}

  /// The member's connection is gone; the place is kept.
  record Lost(MemberId member) implements Event {}

  /// The member is connected again.
  record Returned(MemberId member) implements Event {}

  /// The member's place is free. If it was the host, another is host now (HO2).
  record Left(MemberId member) implements Event {}

  record Renamed(MemberId member, String name) implements Event {}

  /// The host handed over to `host`.
  record HostChanged(MemberId host) implements Event {}

  record ControlChanged(Control control) implements Event {}

  /// The member is this from now on, now and when it comes back (RI5).
  record StandingChanged(MemberId member, Standing standing) implements Event {}

  /// Somebody put the member out: its place is free, and it may come back (OD1).
  record Kicked(MemberId member) implements Event {}

  /// Somebody put the member out, and it may not come back (OD2).
  record Banned(MemberId member) implements Event {}

  /// The member may come back.
  record Unbanned(MemberId member) implements Event {}

  /// The member may not chat, or may again (OD3).
  record MutedChanged(MemberId member, boolean muted) implements Event {}

  /// Nobody new may enter, or everybody may again (OD4).
  record LockChanged(boolean locked) implements Event {}

  /// How long a member waits between two things it says is this from now on (CH2).
  record SlowModeChanged(SlowMode slow) implements Event {}

  /// Who may write in the chat is this from now on (CH10).
  record WritersChanged(Writers writers) implements Event {}

  /// Who comes in, and what stands on the door, is this from now on (AC1, AC3 to AC5).
  record DoorChanged(Door door) implements Event {}

  /// The room belongs to `owner` from now on, and who owned it is a member (AC6).
  record OwnerChanged(MemberId owner) implements Event {}

  /// The room is closed for good: nothing more happens (AC7).
  record Closed() implements Event {}

  /// The room is a giant from now on, or none any more (GI1).
  record GiantChanged(boolean giant) implements Event {}

  /// The room lives in the region `to` from now on: nothing more happens here (RG1).
  record MovedAway(RegionName to) implements Event {}

  /// The room lives here from now on, and did in the region `from` before, whose clock shows
  /// `shiftMs` less (RG2).
  record MovedHere(RegionName from, long shiftMs) implements Event {}

  /// The member would like `wish` to be done, and until room time `until` the host or the owner can
  /// answer. What it proposed before is not proposed any more (AS1).
  record Proposed(MemberId member, Wish.OfFilm wish, Instant until) implements Event {}

  /// What the member proposed is answered, withdrawn or too old (AS2 to AS4).
  record ProposalEnded(MemberId member, ProposalEnd end) implements Event {}

  /// `media`, which `member` wants to see, stands at the end of the queue; the item is named by the
  /// revision of this event (QU1).
  record Queued(MemberId member, Media media) implements OfQueue {}

  /// The item is not in the queue any more (QU2, QU4).
  record Dequeued(long item) implements OfQueue {}

  /// The item stands at the place `to` of the queue, from 0 on, or at its end if that is nearer.
  record QueueMoved(long item, int to) implements OfQueue {}

  /// The member votes for the item, or does not any more (QU3).
  record VoteChanged(MemberId member, long item, boolean up) implements OfQueue {}

  /// The room goes on to what is next by itself, or does not (QU5).
  record AutoAdvanceChanged(boolean on) implements OfQueue {}

  /// A media has ended, and at room time `due` the room goes on to the first of the queue.
  record AdvanceScheduled(Instant due) implements OfQueue {}

  /// The room does not go on for now.
  record AdvanceCancelled() implements OfQueue {}

  /// The room waits for others than before, or for nobody.
  record GateChanged(GatePolicy gate) implements Event {}

  /// The member need not be waited for, or is waited for again.
  record ExcusedChanged(MemberId member, boolean excused) implements Event {}

  /// `media` is before everyone, paused at its start, and everyone present has yet to load it
  /// (PB7).
  record MediaLoaded(Media media) implements Event {}

  /// The loaded media lasts `length`, whatever the room was told before (GA1).
  record LengthLearnt(Length.Known length) implements Event {}

  /// Of the loaded media there is so much now; without more to come, all of it (UP1).
  record FilmGrew(Available available) implements Event {}

  /// The loaded media will not come, and nothing is left of it: nothing is loaded (UP4).
  record FilmVanished() implements Event {}

  /// The media moves like this from now on.
  record PlaybackChanged(Cause cause, Playback playback) implements Event {}

  record ReadinessChanged(MemberId member, Readiness readiness) implements Event {}

  /// What the author had sent again was rejected: whoever gets another copy of it rejects that too
  /// (ID6).
  record Refused(Reason reason) implements Event {}

  /// The author said `text` with regard to `regards`.
  record Said(String text, Regards regards) implements Event {
    /// With regard to nothing.
    public Said(String text) {
      this(text, Regards.NONE);
    }
  }

  /// The author says `text` where it had said something else, and mentions these members (CH3).
  record LineEdited(long line, String text, List<MemberId> mentions) implements OfLine {
    public LineEdited {
      mentions = Regards.mentioning(mentions).mentions();
    }

    /// Mentioning nobody.
    public LineEdited(long line, String text) {
      this(line, text, List.of());
    }
  }

  /// The author took away what `member` had said (CH4).
  record LineRemoved(long line, MemberId member) implements OfLine {}

  /// The author gives the line this emoji, or takes it back (CH6).
  record Reacted(long line, String emoji, boolean on) implements OfLine {}
}
