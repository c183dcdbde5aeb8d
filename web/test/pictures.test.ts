import { describe, expect, it } from 'vitest';
import { squareIn } from '../src/account/square';
import { wholeIn } from '../src/library/wholeOf';

describe('a picture that somebody sends', () => {
  it('is a square from its middle, as a portrait', () => {
    expect(squareIn(900, 300)).toEqual({
      left: 300,
      top: 0,
      width: 300,
      height: 300,
      toWidth: 512,
      toHeight: 512,
    });
  });

  it('is all of it, as a poster, and no larger than posters are', () => {
    const sizeOf = (width: number, height: number) => {
      const { toWidth, toHeight, ...part } = wholeIn(width, height);
      expect(part).toEqual({ left: 0, top: 0, width, height });
      return [toWidth, toHeight];
    };

    expect(sizeOf(400, 600)).toEqual([400, 600]);
    expect(sizeOf(2_000, 3_000)).toEqual([640, 960]);
    expect(sizeOf(4_000, 1_000)).toEqual([960, 240]);
    expect(sizeOf(16_000, 1)).toEqual([960, 1]);
  });
});
