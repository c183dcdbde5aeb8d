package matinee.room;

/// Why a command was rejected.
public enum Reason {
  /// The author is not in the room (RI3).
  NOT_A_MEMBER,
  /// The author's role does not allow it: never, not under the present control, or not to that
  /// member (RI1, RI4).
  NOT_ALLOWED,
  /// The author might, but not on its companion (CD2).
  NOT_ON_COMPANION,
  /// Nothing is loaded.
  NO_MEDIA,
  /// The position lies outside the media (PB6).
  OUT_OF_RANGE,
  /// It is already so; nothing to do (ID3).
  NO_CHANGE,
  /// Made for a state of the room that is gone: another media, or too long ago to tell a repetition
  /// (ID4, ID5).
  STALE,
  /// The member named in the command is not in the room.
  NO_SUCH_MEMBER,
  /// What was to be answered is not proposed any more (AS2).
  NO_SUCH_PROPOSAL,
  /// As many proposals as can wait for an answer already do (AS5).
  PROPOSALS_FULL,
  /// The queue holds as many films as it can (QU1).
  QUEUE_FULL,
  /// What was meant is not in the queue any more (QU2).
  NO_SUCH_ITEM,
  /// The author votes for as many films as one can (QU3).
  VOTES_USED_UP,
  /// The author was muted (OD3).
  MUTED,
  /// What was meant is no line of the chat, or was removed (CH3).
  NO_SUCH_LINE,
  /// The line has been changed as often as it can be, or has as many emojis as it can (CH6, CH7).
  LINE_FULL,
  /// The author has said something too short a time ago (CH2).
  TOO_SOON,
  /// The author's role only reads the chat, as host or owner have set it (CH10).
  READ_ONLY,
  /// Whoever wants to enter was banned (OD2).
  BANNED,
  /// As many are banned as can be: one has to be let back first (OD2).
  BAN_LIST_FULL,
  /// The room is locked, and whoever wants to enter has no place in it (OD4).
  LOCKED,
  /// The room lives in another region now, where this can be asked (RG1).
  MOVED,
  /// There is no other region of this name.
  NO_SUCH_REGION,
  /// The other region does not answer: the room stays where it is.
  REGION_AWAY,
  /// A film of the room was uploaded, and cannot go along (RG1).
  UPLOADED_FILM,
  /// The room has as many members as it can hold, or is set to hold (ME6, AC3).
  ROOM_FULL,
  /// Only who is invited, or has had a place, comes in (AC2).
  NOT_INVITED,
  /// Only who has shown the room's password comes in (AC2).
  PASSWORD_NEEDED,
  /// There is no public list here in which the room could stand.
  NO_PUBLIC_LIST,
  /// The room was closed (AC7).
  CLOSED
}
