// Small helpers. Every page works without them; they only make it quicker.
// Listeners sit on the document, so that parts htmx brings in later work as well.
(() => {
  const $ = (s, r = document) => r.querySelector(s), $$ = (s, r = document) => [...r.querySelectorAll(s)];
  // phone menu
  const menu = $('.jp-menu'), nav = $('#nav');
  menu?.addEventListener('click', () => menu.setAttribute('aria-expanded', nav.classList.toggle('is-open')));
  document.addEventListener('click', e => {
    // dialogs: <a data-dialog="id" href="confirm page">
    const opener = e.target.closest('[data-dialog]'), dialog = opener && document.getElementById(opener.dataset.dialog);
    if (dialog) { e.preventDefault(); dialog.showModal(); }
    e.target.closest('dialog [data-close]')?.closest('dialog').close();
    if (e.target.closest('[data-print]')) print();
  });
  // bulk selection: <table data-bulk="id of the bar">
  const count = table => {
    const all = $('thead input[type=checkbox]', table), rows = $$('tbody input[type=checkbox]', table), bar = document.getElementById(table.dataset.bulk);
    const n = rows.filter(c => c.checked).length, words = bar && $('[data-picked]', bar);
    rows.forEach(c => c.closest('tr').classList.toggle('is-selected', c.checked));
    if (all) { all.checked = n > 0 && n === rows.length; all.indeterminate = n > 0 && n < rows.length; }
    if (bar) bar.hidden = n === 0;
    if (words) words.textContent = words.dataset.text.replace('{0}', n);
  };
  document.addEventListener('change', e => {
    const table = e.target.closest('table[data-bulk]');
    if (!table || e.target.type !== 'checkbox') return;
    if (e.target.closest('thead')) $$('tbody input[type=checkbox]', table).forEach(c => c.checked = e.target.checked);
    count(table);
  });
  // keyboard for reviewers: <a|button|input data-key="j">; never while typing, and <button data-keys data-on data-off> switches it off
  const off = () => $('[data-keys]')?.getAttribute('aria-pressed') === 'true';
  document.addEventListener('click', e => {
    const keys = e.target.closest('[data-keys]');
    if (keys) { const now = !off(); keys.setAttribute('aria-pressed', now); keys.textContent = now ? keys.dataset.on : keys.dataset.off; }
  });
  addEventListener('keydown', e => {
    if (off() || e.ctrlKey || e.metaKey || e.altKey || e.target.matches('input:not([type=radio]):not([type=checkbox]), textarea, select')) return;
    const el = $(`[data-key="${CSS.escape(e.key.toLowerCase())}"]`);
    if (el) { e.preventDefault(); el.matches('input') ? (el.checked = true, el.focus()) : el.click(); }
  });
  // a form is sent once; what looks like a second click is the same click
  document.addEventListener('submit', e => {
    const form = e.target;
    if (form.method !== 'post' || e.defaultPrevented) return;
    if (form.dataset.sent) { e.preventDefault(); return; }
    form.dataset.sent = 'yes';
    setTimeout(() => delete form.dataset.sent, 5000);
  });
  addEventListener('pageshow', () => $$('form[data-sent]').forEach(f => delete f.dataset.sent));
  const start = part => {
    // the error summary takes the focus, so that it is read first
    $('.jp-errors[data-focus]', part)?.focus();
    $$('table[data-bulk]', part).forEach(count);
  };
  start(document);
  document.addEventListener('htmx:load', e => start(e.target));
  // what happened is told once; the next answer of the server takes it away
  document.addEventListener('htmx:beforeRequest', () => $('#announce')?.replaceChildren());
})();
