import { MessageChannel, type MessagePort } from 'node:worker_threads';
import * as Comlink from 'comlink';
import nodeEndpoint from 'comlink/dist/umd/node-adapter.js';
import fc from 'fast-check';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { fourteenRules } from '../ers/testing';
import { directEngine } from './direct';
import { exposeHost } from './expose-host';
import { createHost, type Host } from './host';
import { type JobName, jobs } from './jobs';

/** A worker played by a channel: `port` is the page's side. */
function worker(): { port: MessagePort; host: Host } {
  const { port1, port2 } = new MessageChannel();
  exposeHost(createHost(directEngine), nodeEndpoint(port1));
  return { port: port2, host: Comlink.wrap<Host>(nodeEndpoint(port2)) as unknown as Host };
}

let lastId = 0;
const right = { instance: fourteenRules, options: { lambda: '0.02', theta: '0.5' }, groups: [] };
const countOf = async (host: Host) => (await host.run(++lastId, 'listModels', right)).count;

let port: MessagePort;
let host: Host;
let members: bigint;
beforeAll(async () => {
  ({ port, host } = worker());
  members = await countOf(host);
});
afterAll(() => port.close());

const small = fc.oneof(
  fc.constantFrom(undefined, null, true, 0, -1, 1.5, Number.NaN, 7n, '', 'x', '-1', '1/0'),
  fc.string({ maxLength: 5 }),
);

/** What may be sent: of any shape, with the words of the protocol in it. */
const noise = fc.letrec((tie) => ({
  value: fc.oneof(
    { maxDepth: 3 },
    small,
    fc.constantFrom('run', 'cancel', 'constructor', '__proto__', 'APPLY', 'GET', 'SET', 'RELEASE', 'RAW', 'HANDLER'),
    fc.uint8Array({ maxLength: 4 }),
    fc.array(tie('value'), { maxLength: 3 }),
    fc.dictionary(
      fc.constantFrom(
        'id',
        'type',
        'path',
        'argumentList',
        'value',
        'name',
        'instance',
        'options',
        'n',
        'rules',
        'labels',
      ),
      tie('value'),
      { maxKeys: 5 },
    ),
  ),
})).value;

/** Messages that Comlink would take: to run something, to read, to write, to make, to close. */
const protocol = fc.record({
  id: fc.oneof(fc.string(), small),
  type: fc.constantFrom('APPLY', 'GET', 'SET', 'CONSTRUCT', 'ENDPOINT', 'RELEASE', 'NONE'),
  path: fc.array(fc.constantFrom('run', 'cancel', 'constructor', '__proto__', 'prototype', 'call'), { maxLength: 3 }),
  argumentList: fc.oneof(
    noise,
    fc.array(fc.record({ type: fc.constantFrom('RAW', 'HANDLER'), name: small, value: noise }), { maxLength: 4 }),
  ),
  value: noise,
});

describe('a worker', () => {
  test('that is sent anything answers the next question', async () => {
    await fc.assert(
      fc.asyncProperty(fc.array(fc.oneof(noise, protocol), { minLength: 10, maxLength: 30 }), async (messages) => {
        for (const message of messages) port.postMessage(message);
        expect(await countOf(host)).toBe(members);
      }),
      { numRuns: 150 },
    );
  });

  test('knows its jobs and no other', async () => {
    for (const name of ['constructor', '__proto__', 'toString', 'nobody', '', undefined])
      await expect(host.run(++lastId, name as JobName, right as never)).rejects.toThrow('there is no job');
  });

  // A solver is fetched whatever is asked of it.
  const names = (Object.keys(jobs) as JobName[]).filter((name) => !/peer/i.test(name));

  test.each(names)('that is given nonsense for %s refuses it, soon', async (name) => {
    await fc.assert(
      fc.asyncProperty(noise, async (input) => {
        const began = performance.now();
        await host.run(++lastId, name, input as never).catch((error: unknown) => expect(error).toBeInstanceOf(Error));
        expect(performance.now() - began).toBeLessThan(1000);
      }),
      { numRuns: 40 },
    );
    expect(await countOf(host)).toBe(members);
  });
});
