import { expect, test } from 'vitest';
import { broken, read } from '../../support/packs/broken-packs.ts';

const OUTCOME = 'manager: {';

test('an urgent outcome that names a requirement which is not there is an error in a pack', () => {
  const { diagnostics } = read(broken([OUTCOME, `${OUTCOME}urgent: [no_such_duty], `]));
  expect(diagnostics.map(({ says }) => says).join('\n')).toContain('`no_such_duty` is not a requirement of this pack.');
});
