import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { sidesOfLine } from '../../engine/cover/plane';
import { HEIGHT, lineAt, nearestKnot, onBoard, poseOf, sideOnBoard, WIDTH } from './board';

const place = fc.record({ x: fc.integer({ min: 0, max: WIDTH }), y: fc.integer({ min: 0, max: HEIGHT }) });
const degrees = fc.integer({ min: 0, max: 359 });

const area = (outline: string): number => {
  const corners = outline.split(' ').map(Number);
  let twice = 0;
  for (let k = 0; k < corners.length; k += 2) {
    const next = (k + 2) % corners.length;
    twice += corners[k] * corners[next + 1] - corners[next] * corners[k + 1];
  }
  return Math.abs(twice) / 2;
};

describe('a line on the board', () => {
  test('is positive on the left of its direction', () => {
    const sides = (...points: number[]) => [...sidesOfLine(Float64Array.from(points), lineAt(500, 375, 0))];
    expect(sides(500, 400, 500, 300, 10, 375)).toEqual([1, -1, 0]);
  });

  test('crosses the border in its own direction, and its two sides fill the board', () => {
    fc.assert(
      fc.property(place, degrees, ({ x, y }, angle) => {
        const line = lineAt(x, y, angle);
        const ends = onBoard(line);
        if (ends && Math.hypot(ends[1][0] - ends[0][0], ends[1][1] - ends[0][1]) > 1) {
          const direction = (Math.atan2(ends[1][1] - ends[0][1], ends[1][0] - ends[0][0]) * 180) / Math.PI;
          expect(Math.cos(((direction - angle) * Math.PI) / 180)).toBeCloseTo(1, 6);
        }
        expect(area(sideOnBoard([line], 1)) + area(sideOnBoard([line], -1))).toBeCloseTo(WIDTH * HEIGHT, -3);
      }),
    );
  });

  test('is the same line in its own pose', () => {
    fc.assert(
      fc.property(place, degrees, ({ x, y }, angle) => {
        const line = lineAt(x, y, angle);
        const pose = poseOf(line);
        lineAt(pose.x, pose.y, pose.degrees).forEach((value, k) => {
          expect(value).toBeCloseTo(line[k], 6);
        });
      }),
    );
  });

  test('beside the board has no ends, and all of the board on one side', () => {
    const beside = [0, 1, 100];
    expect(onBoard(beside)).toBeNull();
    expect(area(sideOnBoard([beside], 1))).toBe(WIDTH * HEIGHT);
    expect(sideOnBoard([beside], -1)).toBe('');
  });
});

test('knots keep away from the border', () => {
  expect(nearestKnot(-50, 2000)).toEqual([50, 700]);
  expect(nearestKnot(513, 386)).toEqual([525, 375]);
});
