package matinee.wire;

/// Why a connection ends, as told to the client (rules CL, protocol/WIRE.md): the range of the
/// number says whether it is to come back.
public enum CloseCode {
  LEFT(1000, "left"),
  STOPPING(1001, "the server stops"),
  PROTOCOL_ERROR(1002, "not a WebSocket frame"),
  UNSUPPORTED(1003, "text frames only"),
  NOT_UTF8(1007, "not UTF-8"),
  TOO_LARGE(1009, "a message has at most 64 KiB"),
  FAILED(1011, "the server failed"),
  OVERLOADED(1013, "too busy"),
  SLOW_READER(4001, "slow reader"),
  NO_HEARTBEAT(4002, "no heartbeat"),
  ROOM_RELOADED(4003, "the room was reloaded"),
  MOVED(4004, "the room moved to another region"),
  REPLACED(4100, "replaced by a newer connection"),
  TOO_MANY_ERRORS(4101, "too many malformed messages"),
  ROOM_FULL(4102, "the room is full"),
  NOT_ENTERED(4103, "enter must come first"),
  TOO_MANY_MESSAGES(4104, "too many messages"),
  KICKED(4105, "put out of the room"),
  BANNED(4106, "banned from the room"),
  LOCKED(4107, "the room is locked"),
  MEMBER_GONE(4108, "the companion's member has no place in the room"),
  OTHER_COMPANIONS(4109, "other companions of the member were connected later"),
  CLOSED(4110, "the room was closed for good"),
  NOT_INVITED(4111, "only who is invited comes in"),
  PASSWORD_NEEDED(4112, "the room's password is needed"),
  SIGNED_OUT(4401, "signed out");

  private final int number;
  private final String reason;

  CloseCode(int number, String reason) {
    this.number = number;
    this.reason = reason;
  }

  /// The code with this number, [#FAILED] when none has it.
  public static CloseCode of(int number) {
    for (var code : values()) {
      if (code.number == number) {
        return code;
      }
    }
    return FAILED;
  }

  public int number() {
    return number;
  }

  /// What stands in the close frame when nothing more is to be said.
  public String reason() {
    return reason;
  }
}
