// The licences of what is shipped together with our own code.
import { readFileSync } from 'node:fs';

const RULE = `\n${'='.repeat(78)}\n\n`;

const section = ({ name, version, licence, text }) => `${name} ${version} (${licence})\n\n${text}\n`;

/** The licence of the program, and those of the packages whose code is in it. */
export const licencesOf = (packages) =>
  [
    `cpplan\n\n${readFileSync('LICENSE', 'utf8')}`,
    'cpplan holds code of the packages below, each under the licence that follows its name.\n',
    ...packages.map(section),
  ].join(RULE);

/** The same with what an executable holds besides. */
export const withNode = (licences, version, text) =>
  licences + RULE + section({ name: 'Node.js', version, licence: 'MIT and others', text: text.trim() });
