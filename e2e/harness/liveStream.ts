import { once } from 'node:events';
import { createReadStream, readFileSync } from 'node:fs';
import { createServer, type ServerResponse } from 'node:http';
import { basename, dirname, join } from 'node:path';
import type { Person } from './browser.ts';
import { NUMBERED, numberedDash, numberedStream } from './film.ts';
import { eventually } from './watching.ts';

/** A live stream, by HLS and by DASH: its playlist shows a few segments, and slides on by the stream's own clock. */
export interface LiveStream {
  /** Its segments carry dates, of another year: only what they say of one another is true. */
  readonly datedUrl: string;
  readonly undatedUrl: string;
  readonly dashUrl: string;
  /** Waits until the playlist has lost so many more segments. */
  slides(segments: number): Promise<void>;
  close(): Promise<void>;
}

interface Segment {
  readonly file: string;
  readonly seconds: number;
  readonly dateMs: number;
}

/** How many segments the playlist shows. */
const WINDOW = 6;
const FIRST_DATE_MS = Date.UTC(2001, 1, 28, 23, 58);

/** Begins a live stream that has been on for a while. */
export async function openLiveStream(): Promise<LiveStream> {
  const path = numberedStream();
  const segments = segmentsOf(readFileSync(path, 'utf8'));
  const targetS = Math.ceil(Math.max(...segments.map(({ seconds }) => seconds)));
  const beganAt = performance.now();
  const first = () =>
    Math.min(segments.length - WINDOW, Math.floor((performance.now() - beganAt) / 1000 / targetS));
  const playlist = (isDated: boolean) => {
    const from = first();
    const lines = segments
      .slice(from, from + WINDOW)
      .flatMap(({ file, seconds, dateMs }) => [
        ...(isDated ? [`#EXT-X-PROGRAM-DATE-TIME:${new Date(dateMs).toISOString()}`] : []),
        `#EXTINF:${seconds},`,
        file,
      ]);
    return [
      '#EXTM3U',
      '#EXT-X-VERSION:3',
      `#EXT-X-TARGETDURATION:${targetS}`,
      `#EXT-X-MEDIA-SEQUENCE:${from}`,
      ...lines,
      '',
    ].join('\n');
  };
  const parts = numberedDash();
  const manifest = liveManifest(new Date(Date.now() - WINDOW * targetS * 1000), targetS);
  const server = createServer((request, response) => {
    const name = basename(request.url ?? '');
    if (name.endsWith('.mpd')) return send(response, manifest, 'application/dash+xml');
    if (name.endsWith('.m4s')) return sendPart(response, join(parts, name));
    if (name.endsWith('.m3u8')) {
      return send(response, playlist(name === 'dated.m3u8'), 'application/vnd.apple.mpegurl');
    }
    const known = segments.some(({ file }) => file === name);
    if (!known) return response.writeHead(404).end();
    return sendPart(response, join(dirname(path), name));
  });
  server.listen(0, '127.0.0.1');
  await once(server, 'listening');
  const address = server.address();
  const url = `http://127.0.0.1:${typeof address === 'object' ? address?.port : 0}`;
  return {
    datedUrl: `${url}/dated.m3u8`,
    undatedUrl: `${url}/undated.m3u8`,
    dashUrl: `${url}/live.mpd`,
    slides: async (count) => {
      const until = first() + count;
      await eventually(async () => {
        if (first() < until) throw new Error('the stream does not slide on');
      });
    },
    close: () => {
      server.closeAllConnections();
      return new Promise((closed) => server.close(() => closed()));
    },
  };
}

function send(response: ServerResponse, playlist: string, contentType: string) {
  response.writeHead(200, {
    'Access-Control-Allow-Origin': '*',
    'Content-Type': contentType,
    'Cache-Control': 'no-store',
  });
  return response.end(playlist);
}

function sendPart(response: ServerResponse, path: string) {
  response.writeHead(200, { 'Access-Control-Allow-Origin': '*' });
  return createReadStream(path).pipe(response);
}

/** That of a stream that began to be available at `began`, and is kept for a while. */
function liveManifest(began: Date, segmentS: number): string {
  const { bits } = NUMBERED;
  const times = `availabilityStartTime="${began.toISOString()}" timeShiftBufferDepth="PT${WINDOW * segmentS}S"`;
  const parts = `duration="${segmentS}" startNumber="1" initialization="init-$RepresentationID$.m4s"`;
  return `<?xml version="1.0" encoding="utf-8"?>
<MPD xmlns="urn:mpeg:dash:schema:mpd:2011" profiles="urn:mpeg:dash:profile:isoff-live:2011" type="dynamic"
  ${times} minBufferTime="PT${segmentS}S" suggestedPresentationDelay="PT${3 * segmentS}S">
  <Period id="0" start="PT0S">
    <AdaptationSet contentType="video" mimeType="video/mp4" segmentAlignment="true">
      <SegmentTemplate timescale="1" ${parts} media="part-$RepresentationID$-$Number$.m4s"/>
      <Representation id="0" bandwidth="50000" codecs="avc1.42c00a" width="${bits * 16}" height="32"/>
    </AdaptationSet>
  </Period>
</MPD>
`;
}

/** The segments of a recorded playlist, with dates that follow one another. */
function segmentsOf(playlist: string): readonly Segment[] {
  let dateMs = FIRST_DATE_MS;
  return [...playlist.matchAll(/^#EXTINF:([\d.]+),\n(.+)$/gm)].map(([, length, file]) => {
    const segment = { file: file ?? '', seconds: Number(length), dateMs };
    dateMs += segment.seconds * 1000;
    return segment;
  });
}

/**
 * Which moment of the stream a person is shown, by the numbers that its pictures carry and nothing that the page says: ms of the stream less ms
 * of this machine's clock, which stays the same while the stream plays.
 */
export function shownLine({ page }: Person): Promise<number> {
  return page.evaluate(lineInPage, NUMBERED);
}

/** Runs in the page. The middle of a few pictures. */
async function lineInPage({ bits, framesPerSecond }: typeof NUMBERED): Promise<number> {
  const video = document.querySelector('video');
  const pencil = document.createElement('canvas').getContext('2d', { willReadFrequently: true });
  if (video === null || pencil === null) throw new Error('there is nothing to look at');
  const cell = video.videoWidth / bits;
  Object.assign(pencil.canvas, { width: video.videoWidth, height: video.videoHeight });
  const lines: number[] = [];
  while (lines.length < 9) {
    const shownAtMs = await new Promise<number>((shown) => {
      video.requestVideoFrameCallback((_, { expectedDisplayTime }) => shown(expectedDisplayTime));
    });
    pencil.drawImage(video, 0, 0);
    const number = Array.from({ length: bits }, (_, bit) => bit).reduce((sum, bit) => {
      const [red = 0] = pencil.getImageData((bit + 0.5) * cell, cell / 2, 1, 1).data;
      return sum + (red > 128 ? 2 ** bit : 0);
    }, 0);
    lines.push((number * 1000) / framesPerSecond - (performance.timeOrigin + shownAtMs));
  }
  return lines.toSorted((one, other) => one - other)[4] ?? Number.NaN;
}
