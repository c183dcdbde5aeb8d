package matinee.server.conversations;

/// To where somebody invites: a room, and what is loaded there, empty if nothing.
public record Invitation(String room, String title) {}
