// The chart on the page of benchmarks: how long each program takes for the same files.
import { looksAtSyntaxAlone } from './peers.mjs';
import { counted, ownRow, ratio } from './tables.mjs';

/** Bars longer than so many times our own are cut, and say so. */
const LONGEST = 8;

const [WIDTH, LEFT, BAR, LINE, HEAD] = [800, 250, 300, 24, 40];

const escaped = (text) => text.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('>', '&gt;');

/** For each size the programs, the quickest first; without what only reads, and what failed. */
export function groupsIn({ tables }) {
  return tables.flatMap(({ part, files, rows }) => {
    const ours = rows[ownRow(files)];
    if (part !== 'check' || !ours) return [];
    const bars = Object.entries(rows)
      .filter(([name, { ended }]) => name !== 'read only' && ended === undefined)
      .map(([name, { wall, peak }]) => ({ name, wall, peak, times: wall / ours.wall }))
      .sort((a, b) => a.wall - b.wall);
    return [{ files, bars }];
  });
}

const labelOf = (name) =>
  name === 'read and parse'
    ? 'only reading and parsing'
    : name.startsWith('check')
      ? `cpplan ${name}`
      : looksAtSyntaxAlone(name)
        ? `${name} (syntax alone)`
        : name;

const figuresOf = ({ wall, times, peak }) =>
  `${(wall / 1000).toFixed(wall < 10_000 ? 2 : 1)} s, ${ratio(times)} ×${peak === null ? '' : `, ${counted(peak)} MB`}`;

/** The chart as SVG, with its text for those who do not see it. @param {import('./tables.mjs').Result} result */
export function chart(result) {
  const groups = groupsIn(result);
  let y = 60;
  const parts = groups.flatMap(({ files, bars }) => {
    const top = y;
    y += HEAD + LINE * bars.length;
    return [
      `<text class="head" x="16" y="${top + 22}">${counted(files)} files</text>`,
      ...bars.flatMap((bar, i) => row(bar, top + HEAD - 6 + LINE * i)),
    ];
  });
  return `${[...head(y + 16, groups), ...parts].join('\n')}\n</svg>\n`;
}

function row(bar, y) {
  const kind = bar.name.startsWith('check') ? 'ours' : bar.name === 'read and parse' ? 'base' : 'other';
  const length = Math.max(2, (BAR * Math.min(bar.times, LONGEST)) / LONGEST);
  const isCut = bar.times > LONGEST;
  return [
    `<text x="${LEFT - 10}" y="${y + 13}" text-anchor="end">${escaped(labelOf(bar.name))}</text>`,
    `<rect class="${kind}" x="${LEFT}" y="${y}" width="${length.toFixed(1)}" height="16" rx="2"/>`,
    ...(isCut ? [`<path class="cut" d="M${LEFT + BAR - 24} ${y - 2}l-6 20m12 -20l-6 20"/>`] : []),
    `<text x="${LEFT + length + 8}" y="${y + 13}">${figuresOf(bar)}</text>`,
  ];
}

const STYLE = `text{fill:#1f2328;font:13px system-ui,-apple-system,'Segoe UI','DejaVu Sans',sans-serif}
.head{font-weight:600;font-size:15px}.ground{fill:#fff}.ours{fill:#0b6bcb}.other{fill:#8c959f}.base{fill:#d0d7de}
.cut{stroke:#fff;stroke-width:3;fill:none}
@media(prefers-color-scheme:dark){text{fill:#e6edf3}.ground{fill:#0d1117}.ours{fill:#58a6ff}.other{fill:#6e7681}.base{fill:#30363d}.cut{stroke:#0d1117}}`;

function head(height, groups) {
  const says = groups.map(
    ({ files, bars }) =>
      `${counted(files)} files: ${bars.map((bar) => `${labelOf(bar.name)} ${figuresOf(bar)}`).join('; ')}.`,
  );
  return [
    `<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 ${WIDTH} ${height}" width="${WIDTH}" role="img" aria-labelledby="title desc">`,
    '<title id="title">How long cpplan and other programs take for the same case files</title>',
    `<desc id="desc">${escaped(says.join(' '))}</desc>`,
    `<style>${STYLE}</style>`,
    `<rect class="ground" width="${WIDTH}" height="${height}"/>`,
    `<text class="head" x="16" y="28">Time on the clock, × cpplan with the threads it takes by itself, and peak memory</text>`,
    '<text x="16" y="48">The others check a schema or the syntax alone. Shorter is better.</text>',
  ];
}
