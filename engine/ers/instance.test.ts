import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { formatInstance, type InstanceError, parseInstance } from './instance';
import { jsonErrorAt } from './json-error';
import { instances } from './testing';

const errorOf = (text: string): InstanceError => {
  try {
    parseInstance(text);
  } catch (error) {
    return error as InstanceError;
  }
  throw new Error('no error');
};

describe('parseInstance', () => {
  it('reads what formatInstance writes', () => {
    fc.assert(
      fc.property(instances(), (instance) => {
        expect(parseInstance(formatInstance(instance))).toEqual(instance);
      }),
    );
  });

  it('says where the text stops being JSON', () => {
    expect(errorOf('{"n": 1,\n "labels" "0"}')).toMatchObject({
      line: 2,
      column: 11,
      message: 'not JSON: unexpected "\\""',
    });
    expect(errorOf('{"n": 1,\n "rules": [')).toMatchObject({
      line: 2,
      column: 12,
      message: 'not JSON: it ends too early',
    });
  });

  it('says which part is wrong', () => {
    const good = { n: 2, labels: '01', rules: [{ captured: '10' }] };
    const wrong: [object, string][] = [
      [{ ...good, n: 0 }, '"n" must be a positive integer, not 0'],
      [{ ...good, labels: '011' }, '"labels" has 3 characters, but n is 2'],
      [{ ...good, labels: '0x' }, '"labels": character 2 is "x", not 0 or 1'],
      [{ ...good, rules: {} }, '"rules" must be a list of {"name", "captured"}'],
      [{ ...good, rules: [{ captured: '1' }] }, 'rule 0: "captured" has 1 characters, but n is 2'],
      [{ ...good, rules: [{ name: 3, captured: '10' }] }, 'rule 0: "name" must be a string'],
      [{ ...good, rules: [7] }, 'rule 0 must be an object with "captured"'],
      [
        { ...good, rules: Array(65_536).fill({ captured: '10' }) },
        'there are 65536 rules; at most 65535 can be searched',
      ],
      [{ ...good, weights: [1] }, '"weights" must be a list of 2 positive integers, one a point'],
      [{ ...good, weights: [1, 0.5] }, '"weights"[1] is 0.5, not a positive integer'],
      [{ ...good, weights: [2 ** 52, 2 ** 52] }, 'the weights add up to 2^53 or more: divide them by a common factor'],
      [[good], 'an instance is a JSON object with "n", "labels" and "rules"'],
    ];
    for (const [raw, message] of wrong) expect(errorOf(JSON.stringify(raw)).message).toBe(message);
  });
});

describe('jsonErrorAt', () => {
  it('finds no error in JSON', () => {
    fc.assert(
      fc.property(fc.json(), fc.nat(3), (text, indent) => {
        const pretty = JSON.stringify(JSON.parse(text), null, indent);
        expect(jsonErrorAt(pretty)).toBe(pretty.length);
      }),
    );
  });

  it('finds one at the end of all that JSON could begin with, and no later', () => {
    fc.assert(
      fc.property(fc.json(), fc.nat(), (text, cut) => {
        const begun = `[${text}`.slice(0, 1 + (cut % text.length));
        const at = jsonErrorAt(`${begun}\u0007`);
        expect(at).toBeLessThanOrEqual(begun.length);
      }),
    );
    expect(jsonErrorAt('[1, 2,, 3]')).toBe(6);
    expect(jsonErrorAt('{"a": tru}')).toBe(6);
    expect(jsonErrorAt('{"a": 1} x')).toBe(9);
  });
});
