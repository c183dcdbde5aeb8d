package matinee.server.invitations;

/// An invitation that was just made, and the token by which people come in: it is told once, to
/// whoever made it. Not shown as text.
public record Made(Invitation invitation, String token) {

  @Override
  public String toString() {
    return "Made";
  }
}
