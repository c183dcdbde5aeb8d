package matinee.wire;

import matinee.room.Member;

/// The text of a member, as a snapshot has it.
public final class MemberText {

  private MemberText() {}

  public static String encode(Member member) {
    var json = new JsonWriter();
    PeopleJson.writeMember(json, member);
    return json.text();
  }
}
