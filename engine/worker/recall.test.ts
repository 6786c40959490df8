import { expect, test } from 'vitest';
import { mineRules } from './mine-rules';
import { readTable } from './read-table';
import { Forgotten } from './recall';

const csv = (rows: number) =>
  `a,b,y\n${Array.from({ length: rows }, (_, i) => `${i % 13},${i % 7},${i % 3 === 0 || i % 5 === 0 ? 'yes' : 'no'}`).join('\n')}`;
const mining = { target: 'y', positive: 'yes', maxLength: 1 };

test('rules are made of a large table that is not sent back, until another is read', async () => {
  const { table, remembered } = await readTable({ source: csv(340_000) });
  const sent = await mineRules({ table, mining });
  // As when the table has moved to the page.
  for (const column of table.columns)
    structuredClone(null, { transfer: [(column.kind === 'numeric' ? column.values : column.codes).buffer] });
  const recalled = await mineRules({ table: { remembered: remembered! }, mining });
  expect(recalled.mined.rules).toEqual(sent.mined.rules);
  expect(recalled.table).toBeNull();
  expect((await readTable({ source: csv(90) })).remembered).toBeNull();
  await expect(mineRules({ table: { remembered: remembered! }, mining })).rejects.toThrow(Forgotten);
});
