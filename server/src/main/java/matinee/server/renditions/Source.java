package matinee.server.renditions;

import java.nio.file.Path;
import java.util.List;
import matinee.server.library.Format;

/// A film's file as ffmpeg and ffprobe are told to read it: as the container that its first bytes
/// say, which none is that names other files, with no protocol but files and no codec but these.
record Source(Path file, Format format) {
  private static final String CONTAINERS =
      "mov,mp4,m4a,3gp,3g2,mj2,matroska,webm,ogg,mp3,aac,flac,wav";
  private static final String DECODERS =
      "h264,hevc,mpeg4,msmpeg4,msmpeg4v2,mpeg1video,mpeg2video,vp8,vp9,libdav1d,theora,"
          + "aac,ac3,eac3,mp3,mp3float,mp2,mp2float,opus,vorbis,flac,alac,dca,truehd,"
          + "pcm_s16le,pcm_s16be,pcm_s24le,pcm_s24be,pcm_s32le,pcm_u8,pcm_f32le,"
          + "subrip,srt,ass,ssa,webvtt,mov_text";

  /// What ffprobe, which opens a decoder for each track, is let open besides: those of subtitles
  /// that are pictures, and of covers.
  private static final String DECODERS_OF_PICTURES = ",pgssub,dvdsub,dvbsub,mjpeg,png";

  List<String> toMake() {
    return arguments(DECODERS);
  }

  List<String> toProbe() {
    return arguments(DECODERS + DECODERS_OF_PICTURES);
  }

  private List<String> arguments(String decoders) {
    return List.of(
        "-protocol_whitelist",
        "file",
        "-format_whitelist",
        CONTAINERS,
        "-codec_whitelist",
        decoders,
        "-f",
        demuxer(),
        "-i",
        "file:" + file.toAbsolutePath());
  }

  private String demuxer() {
    return switch (format) {
      case MP4, MP4_AUDIO -> "mov";
      case WEBM, MATROSKA -> "matroska";
      case OGG_VIDEO, OGG_AUDIO -> "ogg";
      case MP3 -> "mp3";
      case AAC -> "aac";
      case FLAC -> "flac";
      case WAV -> "wav";
    };
  }
}
