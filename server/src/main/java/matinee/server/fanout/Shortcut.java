package matinee.server.fanout;

import io.netty.buffer.ByteBuf;
import io.netty.channel.Channel;
import io.netty.channel.unix.Socket;
import io.netty.channel.unix.UnixChannel;
import java.io.IOException;
import java.util.Optional;

/// The way past Netty's queue, straight into the kernel's: for a socket in front of which nothing
/// waits, which is nearly every socket nearly always. Saves the queue's book-keeping for each
/// delivery. Belongs to the thread of the channel's event loop.
final class Shortcut {
  private final Socket socket;

  private Shortcut(Socket socket) {
    this.socket = socket;
  }

  /// Empty for a channel that has no socket of Netty's native transport.
  static Optional<Shortcut> of(Channel channel) {
    return channel instanceof UnixChannel unix && unix.fd() instanceof Socket socket
        ? Optional.of(new Shortcut(socket))
        : Optional.empty();
  }

  /// Gives the kernel as much of `frames` as it takes, and returns how many bytes that were. An
  /// error counts as nothing taken: Netty will meet it too, and end the connection for it.
  int send(ByteBuf frames) {
    if (!socket.isOpen()) {
      return 0; // the number of a closed socket may be another connection's by now
    }
    try {
      return Math.max(
          0,
          socket.sendAddress(frames.memoryAddress(), frames.readerIndex(), frames.writerIndex()));
    } catch (IOException _) {
      return 0;
    }
  }
}
