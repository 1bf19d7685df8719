import { defineConfig, type ViteUserConfig } from 'vitest/config';
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

/** Tests of rooms that take data and give data. */
const PURE = 'test/{assess,calendar,case,facts,logic,messages,policy,report,yaml}/**/*.test.ts';

/** The longest files first; then those that share what they have loaded, one after another. */
class InOrder extends BaseSequencer {
  override async sort(files: TestSpecification[]): Promise<TestSpecification[]> {
    const place = ({ moduleId, project }: TestSpecification): number => {
      const found = LONGEST.findIndex((name) => moduleId.endsWith(name));
      return found < 0 ? LONGEST.length + Number(project.config.isolate) : found;
    };
    return (await super.sort(files)).sort((a, b) => place(a) - place(b));
  }
}

/** What holds whatever the program under test. */
export const common: NonNullable<ViteUserConfig['test']> = {
  testTimeout: 60_000,
  // Of two processors vitest would use one
  maxWorkers: '100%',
  sequence: { sequencer: InOrder },
  setupFiles: ['test/support/chance.ts'],
  env: { TZ: 'Europe/London', NO_COLOR: '1' },
  reporters: report ? ['default', ['json', { outputFile: report }]] : ['default'],
};

export default defineConfig({
  test: {
    ...common,
    projects: [
      // Nothing of theirs outlives a test: loading the packs anew for each file took a quarter of their time
      { extends: true, test: { name: 'rooms', include: [PURE], isolate: false } },
      {
        extends: true,
        test: { name: 'program', include: ['test/**/*.test.ts'], exclude: [PURE, 'test/executable/**'] },
      },
    ],
  },
});
