import { expect, it } from 'vitest';
import { thumbnailsIn } from '../src/renditions/pictures';

it('a list of thumbnails says from when on which part of which picture is shown', () => {
  const list =
    'WEBVTT\n\n00:00:00.000 --> 00:00:20.000\nsheet_0.jpg#xywh=0,0,160,90\n\n' +
    '01:00:20.500 --> 01:00:40.000\nsheet_2.jpg#xywh=320,90,160,90\n';

  expect(thumbnailsIn(list, '/films/a/b/')).toEqual([
    { fromMs: 0, url: '/films/a/b/sheet_0.jpg', x: 0, y: 0, width: 160, height: 90 },
    { fromMs: 3_620_500, url: '/films/a/b/sheet_2.jpg', x: 320, y: 90, width: 160, height: 90 },
  ]);
});

it('what is not beside the list is not shown', () => {
  const list = 'WEBVTT\n\n00:00:00.000 --> 00:00:20.000\nhttps://evil.example/a.jpg#xywh=0,0,1,1\n';

  expect(thumbnailsIn(list, '/films/a/b/')).toEqual([]);
});
