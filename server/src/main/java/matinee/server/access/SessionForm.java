package matinee.server.access;

import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.util.Optional;
import matinee.server.accounts.AccountId;
import matinee.server.accounts.DeviceId;
import matinee.server.accounts.SessionId;

/// How it stands at the end of a token with which session that ends. A server of the version before
/// writes nothing there, and reads no further: that is no session.
final class SessionForm {

  private SessionForm() {}

  static void write(Optional<SessionId> session, DataOutputStream out) throws IOException {
    if (session.isPresent()) {
      out.writeUTF(session.get().account().value());
      out.writeUTF(session.get().device().value());
    }
  }

  static Optional<SessionId> read(DataInputStream in) throws IOException {
    return in.available() == 0
        ? Optional.empty()
        : Optional.of(new SessionId(new AccountId(in.readUTF()), new DeviceId(in.readUTF())));
  }
}
