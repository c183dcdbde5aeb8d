package matinee.server.bus;

import io.lettuce.core.RedisClient;
import io.lettuce.core.RedisURI;
import io.lettuce.core.api.StatefulRedisConnection;
import io.lettuce.core.codec.StringCodec;
import io.lettuce.core.pubsub.RedisPubSubAdapter;
import io.lettuce.core.pubsub.StatefulRedisPubSubConnection;
import java.util.function.BiConsumer;

/// Two connections to one Redis server: one that receives, one that sends.
record Pair(
    StatefulRedisPubSubConnection<String, String> in, StatefulRedisConnection<String, String> out) {

  /// Connects to the server at `uri`. What comes by a channel is given to `heard`. Blocks; throws
  /// [io.lettuce.core.RedisException] when the server cannot be reached.
  static Pair connect(RedisClient client, RedisURI uri, BiConsumer<String, String> heard) {
    var out = client.connect(StringCodec.UTF8, uri);
    try {
      var in = client.connectPubSub(StringCodec.UTF8, uri);
      in.addListener(
          new RedisPubSubAdapter<>() {
            @Override
            public void message(String channel, String text) {
              heard.accept(channel, text);
            }

            @Override
            public void smessage(String channel, String text) {
              heard.accept(channel, text);
            }
          });
      return new Pair(in, out);
    } catch (RuntimeException e) {
      out.closeAsync();
      throw e;
    }
  }

  void close() {
    if (in.isOpen()) {
      in.closeAsync();
    }
    if (out.isOpen()) {
      out.closeAsync();
    }
  }
}
