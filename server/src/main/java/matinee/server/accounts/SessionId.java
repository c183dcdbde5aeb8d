package matinee.server.accounts;

/// Names a session: `device` being signed in to `account`, from signing in until it is signed out.
public record SessionId(AccountId account, DeviceId device) {}
