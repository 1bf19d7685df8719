import { existsSync, readFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { expect, test } from 'vitest';
import { policies } from '../support/packs/policies.ts';

// An editor with a YAML language server finds the schema of a file by its first line. Worked cases: test/cases.test.ts.

const EXAMPLE = 'docs/examples/exampleshire/policies/exampleshire-long-plans.yaml';

test.each([...policies.names().map((name) => policies.pathOf(name)), 'policies/facts.yaml', EXAMPLE])(
  '%s begins with its schema',
  (path) => {
    const [first = ''] = readFileSync(path, 'utf8').split('\n', 1);
    const schema = /^# yaml-language-server: \$schema=(\S+)$/.exec(first)?.[1];
    expect(schema, `${path}:1:1`).toMatch(
      path.endsWith('facts.yaml') ? /facts\.schema\.json$/ : /policy\.schema\.json$/,
    );
    expect(existsSync(join(dirname(path), schema ?? ''))).toBe(true);
  },
);
