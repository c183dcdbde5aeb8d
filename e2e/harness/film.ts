import { execFileSync } from 'node:child_process';
import { existsSync, mkdirSync, renameSync, statSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { TARGET } from './paths.ts';
import { assOf, BLOCKS, INKED } from './styling.ts';

const LENGTH_S = 180;
const EVENING_S = 60;

/** A film with picture and sound, made once by ffmpeg: 30 frames a second, a key frame each second. */
export function film(): string {
  return made('film.mp4', [
    ...['-f', 'lavfi', '-i', `testsrc2=size=640x360:rate=30:duration=${LENGTH_S}`],
    ...['-f', 'lavfi', '-i', `sine=frequency=330:duration=${LENGTH_S}`],
    ...['-c:v', 'libx264', '-preset', 'veryfast', '-g', '30', '-pix_fmt', 'yuv420p'],
    ...['-c:a', 'aac', '-movflags', '+faststart'],
  ]);
}

/** The film with its index behind the pictures, as cameras write it: nobody can watch it before all of it is there. */
export function lateFilm(): string {
  return made('late/film.mp4', ['-i', film(), '-c', 'copy']);
}

/** The first seconds of the film. */
export function smallFilm(): string {
  return made('small.mp4', ['-i', film(), '-t', '5', '-c', 'copy', '-movflags', '+faststart']);
}

/** The first seconds as WebM with VP9 and Opus. */
export function vp9Film(): string {
  return made('vp9.webm', [
    ...['-i', film(), '-t', '15', '-c:v', 'libvpx-vp9', '-deadline', 'realtime', '-cpu-used', '8'],
    ...['-g', '30', '-c:a', 'libopus'],
  ]);
}

/** The first seconds as MP4 with AV1. */
export function av1Film(): string {
  return made('av1.mp4', [
    ...['-i', film(), '-t', '15', '-c:v', 'libsvtav1', '-preset', '12', '-g', '30'],
    ...['-pix_fmt', 'yuv420p', '-c:a', 'copy', '-movflags', '+faststart'],
  ]);
}

/** The first seconds in Matroska with what is said in two languages: SubRip, and ASS, which is pink and solid by the font that comes with it. */
export function spokenFilm(): string {
  const written = (name: string, text: string | Buffer): string => {
    const path = join(TARGET, name);
    mkdirSync(TARGET, { recursive: true });
    writeFileSync(path, text);
    return path;
  };
  const french = written('fr.srt', '1\n00:00:00,000 --> 00:00:15,000\nBonjour <b>à tous</b>\n');
  const line = `{\\an7\\pos(100,100)\\fnBlocks\\b0${INKED}}AAAA`;
  const german = written('de.ass', assOf([line]));
  const font = written('blocks.ttf', BLOCKS);
  return made('spoken-and-styled.mkv', [
    ...['-i', smallFilm(), '-i', french, '-i', german, '-map', '0', '-map', '1', '-map', '2'],
    ...['-c', 'copy', '-metadata:s:s:0', 'language=fra', '-metadata:s:s:1', 'language=deu'],
    ...['-attach', font, '-metadata:s:t:0', 'mimetype=application/x-truetype-font'],
  ]);
}

/** The film with three seconds before it: the first picture, without sound. */
export function filmWithIntro(): string {
  return made('intro.mp4', [
    ...['-i', film(), '-vf', 'tpad=start_duration=3:start_mode=clone', '-af', 'adelay=3000:all=1'],
    ...['-c:v', 'libx264', '-preset', 'veryfast', '-g', '30', '-pix_fmt', 'yuv420p'],
    ...['-c:a', 'aac', '-movflags', '+faststart'],
  ]);
}

/** The film as it was made twenty years ago, in Matroska: MPEG-4 Part 2, and AC-3 in two languages. Chromium plays neither. */
export function oldFilm(): string {
  return made('old.mkv', [
    ...['-i', film(), '-t', '60', '-map', '0:v', '-map', '0:a', '-map', '0:a'],
    ...['-c:v', 'mpeg4', '-q:v', '4', '-c:a', 'ac3'],
    ...['-metadata:s:a:0', 'language=eng', '-metadata:s:a:1', 'language=deu'],
  ]);
}

/** A second of it with more tracks of sound than anybody listens to. */
export function overfullFilm(): string {
  const sounds = Array.from({ length: 45 }, () => ['-map', '0:a:0']).flat();
  return made('overfull.mkv', [
    ...['-i', oldFilm(), '-t', '1', '-map', '0:v', ...sounds, '-c', 'copy'],
  ]);
}

/** The same again and again, for ten minutes: nobody makes another one of that in a moment. */
export function longOldFilm(): string {
  return made('long.mkv', ['-stream_loop', '9', '-i', oldFilm(), '-map', '0', '-c', 'copy']);
}

/** The same, so wide that it is made in two sizes. */
export function widerOldFilm(): string {
  return made('wider.mkv', [
    ...['-i', oldFilm(), '-map', '0', '-vf', 'scale=854:480,setsar=1', '-c:v', 'mpeg4'],
    ...['-q:v', '4', '-c:a', 'copy'],
  ]);
}

/** One of 1080 lines of about so many megabytes, which Chromium does not play: a minute of noise, again and again. */
export function largeOldFilm(megabytes: number): string {
  const minute = made('noise.mkv', [
    ...['-f', 'lavfi', '-i', 'testsrc2=size=1920x1080:rate=25:duration=60,noise=alls=20:allf=t'],
    ...['-f', 'lavfi', '-i', 'sine=frequency=330:duration=60'],
    ...['-c:v', 'mpeg4', '-b:v', '20M', '-maxrate', '20M', '-bufsize', '20M', '-c:a', 'ac3'],
  ]);
  const times = Math.max(1, Math.round((megabytes * 1e6) / statSync(minute).size));
  return made(`noise-${megabytes}.mkv`, [
    ...['-stream_loop', `${times - 1}`, '-i', minute, '-map', '0', '-c', 'copy'],
  ]);
}

/** A film that is good to look at: an evening sky, slowly moving. */
export function eveningFilm(): string {
  const colours = 'c0=0x18213f:c1=0x4b3f6b:c2=0xc9677a:c3=0xf0a86b:n=4';
  const sky = `${colours}:x0=320:y0=0:x1=320:y1=359:speed=0.00001`;
  return made('The Long Way to the Sea.mp4', [
    ...['-f', 'lavfi', '-i', `gradients=size=640x360:rate=15:duration=${EVENING_S}:${sky}`],
    ...['-f', 'lavfi', '-i', `sine=frequency=220:duration=${EVENING_S}`],
    ...['-c:v', 'libx264', '-preset', 'veryfast', '-crf', '20', '-g', '30', '-pix_fmt', 'yuv420p'],
    ...['-c:a', 'aac', '-movflags', '+faststart'],
  ]);
}

/** The first film as an HLS playlist with its segments in one folder. */
export function hlsFilm(): string {
  return made('hls/film.m3u8', [
    ...['-i', film(), '-c', 'copy', '-hls_time', '4', '-hls_playlist_type', 'vod'],
  ]);
}

/** The first film as a DASH manifest with its segments in one folder. */
export function dashFilm(): string {
  return made('dash/film.mpd', [
    ...['-i', film(), '-c', 'copy', '-seg_duration', '4', '-f', 'dash'],
  ]);
}

/** How the pictures of `numberedStream` carry their numbers: as bits, the lowest to the left. */
export const NUMBERED = { bits: 14, framesPerSecond: 25 };

/** Six minutes in segments of two seconds, in one folder with their playlist; each picture shows its number in white squares. */
export function numberedStream(): string {
  const { bits, framesPerSecond } = NUMBERED;
  const squares = Array.from(
    { length: bits },
    (_, bit) =>
      `drawbox=x=${bit * 16}:y=0:w=16:h=16:color=white:t=fill:enable='mod(floor(n/${2 ** bit}),2)'`,
  );
  return made('live/stream.m3u8', [
    ...[
      '-f',
      'lavfi',
      '-i',
      `color=black:size=${bits * 16}x32:rate=${framesPerSecond}:duration=360`,
    ],
    ...['-f', 'lavfi', '-i', 'sine=frequency=260:duration=360', '-vf', squares.join(',')],
    ...['-c:v', 'libx264', '-preset', 'ultrafast', '-g', `${framesPerSecond}`],
    ...['-pix_fmt', 'yuv420p', '-c:a', 'aac', '-b:a', '32k'],
    ...['-hls_time', '2', '-hls_list_size', '0', '-hls_segment_filename'],
    join(TARGET, 'live', 'part%03d.ts'),
  ]);
}

/** The pictures of `numberedStream` as segments of DASH, of two seconds too: `init-0.m4s`, `part-0-1.m4s`, `part-0-2.m4s`, ... Gives their folder. */
export function numberedDash(): string {
  const names = ['-init_seg_name', 'init-$RepresentationID$.m4s'];
  const parts = ['-media_seg_name', 'part-$RepresentationID$-$Number$.m4s'];
  const path = made('liveDash/recorded.mpd', [
    ...['-i', numberedStream(), '-map', '0:v', '-c:v', 'libx264', '-preset', 'ultrafast'],
    ...['-g', `${NUMBERED.framesPerSecond}`, '-sc_threshold', '0'],
    ...['-f', 'dash', '-seg_duration', '2', '-use_timeline', '0', ...names, ...parts],
  ]);
  return join(path, '..');
}

function made(name: string, options: readonly string[]): string {
  const path = join(TARGET, name);
  if (existsSync(path)) return path;
  const folder = join(path, '..');
  mkdirSync(folder, { recursive: true });
  const unfinished = join(folder, `unfinished-${name.split('/').at(-1)}`);
  execFileSync('ffmpeg', ['-nostdin', '-loglevel', 'error', '-y', ...options, unfinished]);
  renameSync(unfinished, path);
  return path;
}
