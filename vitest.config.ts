import { availableParallelism } from 'node:os';
import { defineConfig, type Plugin, type ViteUserConfig } from 'vitest/config';
import { BaseSequencer, type TestSpecification } from 'vitest/node';

/** Where a machine-readable report goes as well: npm passes no arguments on through `npm cit`, so the environment names it. */
const report = process.env.TEST_REPORT;

/** The files that take longest, the longest first: were one of them last, the other processor would wait for it. */
const LONGEST = [
  'interview/flow/replay',
  'docs/commands',
  'report/note/every-note',
  'hardening/suite',
  'pty/kill',
  'report/note/note-free-text',
  'commands/check/check-notes',
  'report/case/no-ids',
  'documents/templates',
  'check/shipped',
  'assess/case/shipped-laws',
  'commands/help',
  'files/write/odd-places',
  'commands/check/check-privacy',
  'pty/screen',
].map((name) => `/test/${name}.test.ts`);

/** The longest files first. */
class LongestFirst extends BaseSequencer {
  override async sort(files: TestSpecification[]): Promise<TestSpecification[]> {
    const place = ({ moduleId }: TestSpecification): number => {
      const found = LONGEST.findIndex((name) => moduleId.endsWith(name));
      return found < 0 ? LONGEST.length : found;
    };
    return (await super.sort(files)).sort((a, b) => place(a) - place(b));
  }
}

/** What holds whatever the program under test. */
export const common: NonNullable<ViteUserConfig['test']> = {
  testTimeout: 60_000,
  // One more than the processors: tests at a terminal wait most of their time
  maxWorkers: availableParallelism() + 1,
  // Nothing of a test outlives it: loading program and packs anew for each file took a quarter of the time
  isolate: false,
  sequence: { sequencer: LongestFirst },
  setupFiles: ['test/support/chance.ts'],
  env: { TZ: 'Europe/London', NO_COLOR: '1' },
  reporters: report ? ['default', ['json', { outputFile: report }]] : ['default'],
};

/** Libraries as users get them: their development builds take twice the time, and vitest asks for them whatever the configuration says. */
export const asUsersGetThem: Plugin = {
  name: 'libraries as users get them',
  configResolved: ({ ssr }) => void Object.assign(ssr.resolve ?? {}, { conditions: ['module', 'node'] }),
};

export default defineConfig({
  plugins: [asUsersGetThem],
  test: { ...common, include: ['test/**/*.test.ts'], exclude: ['test/executable/**'] },
});
