import { execFileSync } from 'node:child_process';
import { existsSync, mkdirSync, renameSync } from 'node:fs';
import { join } from 'node:path';
import { TARGET } from './paths.ts';

const LENGTH_S = 180;

/** A film with picture and sound, made once by ffmpeg: 30 frames a second, a key frame each second. */
export function film(): string {
  return made('film.mp4', [
    ...['-f', 'lavfi', '-i', `testsrc2=size=640x360:rate=30:duration=${LENGTH_S}`],
    ...['-f', 'lavfi', '-i', `sine=frequency=330:duration=${LENGTH_S}`],
    ...['-c:v', 'libx264', '-preset', 'veryfast', '-g', '30', '-pix_fmt', 'yuv420p'],
    ...['-c:a', 'aac', '-movflags', '+faststart'],
  ]);
}

/** The same as an HLS playlist with its segments in one folder. */
export function hlsFilm(): string {
  return made('hls/film.m3u8', [
    ...['-i', film(), '-c', 'copy', '-hls_time', '4', '-hls_playlist_type', 'vod'],
  ]);
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
