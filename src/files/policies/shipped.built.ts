import { statSync } from 'node:fs';
import { join } from 'node:path';
import { snapshotOf } from '../../policy/compile/snapshot.ts';
import { clashesOf } from '../../policy/folder/clashes.ts';
import { digestOf } from './digest.ts';
import { documentsOf } from './documents.ts';
import { layersOf } from './layers.ts';
import { PolicyFolder } from './policy-folder.ts';
import type { Shipped } from './shipped-policies.ts';
import { onDisk } from './text-folder.ts';

const policies = onDisk('policies');
const layers = layersOf([policies], policies);
const folder = new PolicyFolder(layers);
const { vocabulary, contradictions } = folder.vocabulary();
const { years, holidays } = folder.calendar();
const packs = folder.names().map((name) => [name, folder.pack(name)] as const);

/** The policies of the folder `policies`, read and compiled. */
export const SHIPPED: Shipped = {
  sizes: Object.fromEntries(policies.names('.yaml').map((name) => [name, statSync(join(policies.path, name)).size])),
  vocabulary,
  contradictions,
  calendar: { years: [...years], holidays: [...holidays] },
  profiles: folder.profiles(),
  documents: documentsOf(layers, policies).documents,
  areAtOne: clashesOf(packs.map(([, pack]) => pack)).length === 0,
  packs: Object.fromEntries(packs.map(([name, pack]) => [name, JSON.stringify(snapshotOf(pack))])),
  digests: Object.fromEntries(packs.map(([name, pack]) => [name, (pack.editions ?? [pack]).map(digestOf)])),
};
