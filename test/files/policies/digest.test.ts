import { expect, test } from 'vitest';
import { digestOf } from '../../../src/files/policies/digest.ts';
import { SHIPPED } from '../../../src/files/policies/shipped.built.ts';
import { ShippedPolicies } from '../../../src/files/policies/shipped-policies.ts';
import { revive } from '../../../src/policy/compile/snapshot.ts';

const shipped = new ShippedPolicies(SHIPPED);

test.each(shipped.names())(
  'the digest of every text of `%s`, as it was built, is the one that is worked out',
  (name) => {
    const kept = shipped.pack(name);
    const anew = revive(JSON.parse(SHIPPED.packs[name] as string), SHIPPED.vocabulary);
    const digests = (pack: typeof kept): string[] => (pack.editions ?? [pack]).map(digestOf);
    expect(digests(kept)).toEqual(digests(anew));
    expect(SHIPPED.digests[name]).toEqual(digests(anew));
  },
);
