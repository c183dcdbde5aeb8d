package matinee.server.renditions;

import java.util.List;
import matinee.server.renditions.Probe.Track;

/// The playlist by which a player chooses size and sound (RFC 8216). Nothing that a film says of
/// itself gets into it but the codes of languages.
final class MasterPlaylist {
  static final String NAME = "master.m3u8";
  static final int SOUND_BITS_PER_SECOND = 128_000;

  private MasterPlaylist() {}

  static String of(Probe probe, List<Rung> rungs, List<Track> sounds) {
    var text = new StringBuilder("#EXTM3U\n#EXT-X-VERSION:7\n#EXT-X-INDEPENDENT-SEGMENTS\n");
    if (probe.picture().isEmpty()) {
      return text.append("#EXT-X-STREAM-INF:BANDWIDTH=160000,CODECS=\"mp4a.40.2\"\na0.m3u8\n")
          .toString();
    }
    for (int i = 0; i < sounds.size(); i++) {
      var language = sounds.get(i).language().map(it -> ",LANGUAGE=\"" + it + "\"").orElse("");
      text.append("#EXT-X-MEDIA:TYPE=AUDIO,GROUP-ID=\"sound\",NAME=\"%d\"".formatted(i + 1))
          .append(language)
          .append(i == 0 ? ",DEFAULT=YES,AUTOSELECT=YES" : ",DEFAULT=NO,AUTOSELECT=YES")
          .append(",CHANNELS=\"2\",URI=\"a%d.m3u8\"\n".formatted(i));
    }
    boolean hasSound = !sounds.isEmpty();
    for (var rung : rungs) {
      int bits = rung.bitsPerSecond() + (hasSound ? SOUND_BITS_PER_SECOND : 0);
      text.append("#EXT-X-STREAM-INF:BANDWIDTH=").append(bits + bits / 10);
      probe.picture().ifPresent(it -> text.append(",RESOLUTION=").append(rung.resolution(it)));
      text.append(",CODECS=\"").append(rung.codec()).append(hasSound ? ",mp4a.40.2\"" : "\"");
      text.append(hasSound ? ",AUDIO=\"sound\"\n" : "\n").append(rung.name()).append(".m3u8\n");
    }
    return text.toString();
  }
}
