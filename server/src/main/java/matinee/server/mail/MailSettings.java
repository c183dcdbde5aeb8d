package matinee.server.mail;

/// Which server takes our letters, and from whom they come.
public record MailSettings(MailServer server, From from) {}
