import { describe, expect, test } from 'vitest';
import { cinXml, episodesCsv, listBook } from '../../scripts/returns/generate.ts';
import { everything, given, inMemory } from '../support/returns.ts';

const child = {
  la_child_id: 'EX-1',
  child_details: { first_name: 'Plantedname' },
  social_care_episodes: [{ child_protection_plans: [{ start_date: '2025-01-06', end_date: null }] }],
};

const FILES: Readonly<Record<string, Buffer>> = {
  'a census': Buffer.from([...cinXml(12)].join('')),
  'a census in UTF-16': Buffer.from(`\ufeff${[...cinXml(6)].join('')}`, 'utf16le'),
  episodes: Buffer.from([...episodesCsv(60)].join('')),
  'a workbook': listBook(20),
  'daily data': Buffer.from(JSON.stringify({ Children: Array.from({ length: 12 }, () => child) }, null, 1)),
};

describe.each(Object.entries(FILES))('%s, cut off at every 200th byte', (_, bytes) => {
  test('is read as far as it is whole, or refused, and never ends in an exception', () => {
    for (let at = 0; at <= bytes.length; at += 200) {
      const read = given([inMemory('a', bytes.subarray(0, at))]);
      expect(read.files.length).toBe(1);
      expect(everything(read)).not.toMatch(/Plantedname|Worker|A\d{9}/);
      // whoever cuts off an end does not make an open plan of it
      if (read.files[0]?.used) expect(openPlans(read)).toBeLessThanOrEqual(openPlans(given([inMemory('a', bytes)])));
    }
  });
});

const openPlans = ({ children }: ReturnType<typeof given>): number =>
  children.flatMap(({ plans }) => plans).filter(({ end }) => end === undefined).length;

test('bytes that are changed here and there never end in an exception', () => {
  for (const bytes of Object.values(FILES)) {
    for (let n = 1; n <= 60; n++) {
      const changed = Buffer.from(bytes);
      for (let at = n * 7; at < changed.length; at += 211 * n) changed[at] = (changed[at] as number) ^ (1 << (n % 8));
      expect(given([inMemory('a', changed)]).files.length).toBe(1);
    }
  }
});
