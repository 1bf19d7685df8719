/** What the page does where scripts run: tables are sorted by a heading, and tasks filtered. Without it all is there to read. */
export const OVERVIEW_SCRIPT = `
(() => {
  'use strict';
  document.body.classList.add('can-filter');
  for (const table of document.querySelectorAll('table[data-sort]')) {
    table.querySelectorAll('thead th').forEach((head, column) => {
      const button = document.createElement('button');
      button.type = 'button';
      button.textContent = head.textContent;
      head.textContent = '';
      head.append(button);
      button.addEventListener('click', () => {
        const isUp = head.getAttribute('aria-sort') !== 'ascending';
        table.querySelectorAll('th').forEach((other) => other.removeAttribute('aria-sort'));
        head.setAttribute('aria-sort', isUp ? 'ascending' : 'descending');
        const of = (row) => row.cells[column].dataset.order ?? row.cells[column].textContent;
        const body = table.tBodies[0];
        const rows = [...body.rows].sort((a, b) => of(a).localeCompare(of(b), 'en-GB', { numeric: true }));
        if (!isUp) rows.reverse();
        body.append(...rows);
      });
    });
  }
  const form = document.querySelector('form.filter');
  const rows = [...document.querySelectorAll('table.tasks tbody tr')];
  const count = form?.querySelector('output');
  const wanted = (row, field) => {
    if (field.value === '') return true;
    if (field.name === 'words') return row.textContent.toLowerCase().includes(field.value.toLowerCase());
    if (field.name === 'by') return row.dataset.due !== '' && row.dataset.due <= field.value;
    const held = row.dataset[field.name] ?? '';
    return field.name === 'who' ? JSON.parse(held).includes(field.value) : held === field.value;
  };
  const filter = () => {
    const fields = [...form.querySelectorAll('input, select')];
    let shown = 0;
    for (const row of rows) {
      row.hidden = !fields.every((field) => wanted(row, field));
      if (!row.hidden) shown++;
    }
    document.body.classList.toggle('is-filtered', fields.some((field) => field.value !== ''));
    count.textContent = shown + ' of ' + rows.length + ' tasks';
  };
  form?.addEventListener('input', filter);
  form?.addEventListener('submit', (event) => event.preventDefault());
  if (form) filter();
  for (const link of document.querySelectorAll('a[data-when]')) {
    link.addEventListener('click', () => {
      form.reset();
      form.elements.namedItem('when').value = link.dataset.when;
      filter();
    });
  }
  const open = () => {
    const target = location.hash && document.getElementById(decodeURIComponent(location.hash.slice(1)));
    if (target?.tagName === 'DETAILS') target.open = true;
  };
  addEventListener('hashchange', open);
  open();
})();
`;
