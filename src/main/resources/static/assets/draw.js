// Repeats a draw in the browser from its published record, as docs/draw.md describes it.
(() => {
  const button = document.querySelector('[data-draw-record]'), out = document.getElementById('draw-check');
  if (!button || !out) return;
  button.hidden = false;
  const make = document.createElement.bind(document);

  // RFC 8785 for what a record may hold: sorted keys, whole numbers, JSON.stringify's strings
  const canonical = value => Array.isArray(value) ? '[' + value.map(canonical).join(',') + ']'
    : value !== null && typeof value === 'object'
      ? '{' + Object.keys(value).sort().map(key => JSON.stringify(key) + ':' + canonical(value[key])).join(',') + '}'
      : JSON.stringify(value);
  const sha = async line => [...new Uint8Array(await crypto.subtle.digest('SHA-256', new TextEncoder().encode(line)))]
    .map(byte => byte.toString(16).padStart(2, '0')).join('');
  const sum = (...parts) => sha('jiping-draw/1|' + parts.join('|'));
  const before = (a, b) => a < b ? -1 : a > b ? 1 : 0;

  const key = async (seed, entry) => {
    const tickets = [];
    for (let t = 1; t <= entry.weight; t++) tickets.push(await sum('key', seed, entry.number, t));
    return tickets.sort(before)[0];
  };

  // whether so many more can be taken from those left so that quotas and spread hold: a flow from groups to spread values
  const composition = rules => {
    const quotas = rules.grouping ? rules.grouping.quotas : [];
    const group = entry => {
      const value = rules.grouping ? entry.attributes[rules.grouping.attribute] ?? '' : '';
      const at = quotas.findIndex(quota => quota.value === value);
      return at < 0 ? quotas.length : at;
    };
    const spread = entry => rules.spread ? entry.attributes[rules.spread.attribute] ?? '' : '';
    const least = g => quotas[g]?.atLeast ?? 0, most = g => quotas[g]?.atMost ?? Infinity;
    const room = rules.spread ? rules.spread.atMostEach : Infinity;
    return (begun, left) => {
      const taken = Array(quotas.length + 1).fill(0), used = new Map(), supply = taken.map(() => new Map()), moved = taken.map(() => new Map());
      for (const entry of begun) { taken[group(entry)]++; used.set(spread(entry), (used.get(spread(entry)) ?? 0) + 1); }
      for (const entry of left) { const cells = supply[group(entry)]; cells.set(spread(entry), (cells.get(spread(entry)) ?? 0) + 1); }
      let total = begun.length;
      if (taken.some((n, g) => n > most(g)) || [...used.values()].some(n => n > room) || total > rules.drawn) return false;
      const route = (g, seen) => {
        for (const [value, there] of supply[g]) {
          if (seen.has(value) || (moved[g].get(value) ?? 0) >= there) continue;
          seen.add(value);
          if (makeRoom(value, seen)) { moved[g].set(value, (moved[g].get(value) ?? 0) + 1); return true; }
        }
        return false;
      };
      const makeRoom = (value, seen) => {
        if ((used.get(value) ?? 0) < room) { used.set(value, (used.get(value) ?? 0) + 1); return true; }
        return taken.some((_, other) => {
          if ((moved[other].get(value) ?? 0) === 0 || !route(other, seen)) return false;
          moved[other].set(value, moved[other].get(value) - 1);
          return true;
        });
      };
      const take = g => route(g, new Set()) && (taken[g]++, total++, true);
      for (let g = 0; g < taken.length; g++) while (taken[g] < least(g)) if (!take(g)) return false;
      if (total > rules.drawn) return false;
      for (let g = 0; g < taken.length; g++) while (total < rules.drawn && taken[g] < most(g) && take(g));
      return total >= rules.drawn;
    };
  };

  const repeat = async record => {
    const a = record.announcement, hash = await sha(canonical(a)), steps = [];
    const step = (name, holds) => { steps.push([name, holds]); return holds; };
    const parts = await Promise.all(['rules', 'pool', 'exclusions'].map(async part => await sha(canonical(a[part])) === a[part + 'Hash']));
    step('announcement', record.format === 'jiping-draw/1' && hash === record.announcementHash && parts.every(Boolean));
    const { A, B } = record.reveals;
    const bound = await Promise.all(['A', 'B'].map(async p =>
      await sum('commitment', hash, p, record.reveals[p].salt, record.reveals[p].secret) === record.commitments[p].value
        && new Date(record.commitments[p].at) < new Date(a.times.commitBy)));
    step('commitments', bound.every(Boolean) && new Date(record.publicValue.fixedAt) >= new Date(a.times.publicValueFrom));
    const seed = await sum('seed', hash, A.salt, A.secret, B.salt, B.secret, record.publicValue.value);
    step('seed', seed === record.seed);
    const keyed = await Promise.all(a.pool.map(async entry => [await key(seed, entry), entry.number, entry]));
    const order = keyed.sort((x, y) => before(x[0], y[0]) || before(x[1], y[1])).map(([k, number, entry]) => ({ key: k, number, entry }));
    const can = composition(a.rules), drawn = [];
    for (let i = 0; i < order.length && drawn.length < a.rules.drawn; i++)
      if (can([...drawn, order[i]].map(o => o.entry), order.slice(i + 1).map(o => o.entry))) drawn.push(order[i]);
    const alternates = order.filter(o => !drawn.includes(o)).slice(0, a.rules.alternates);
    const same = (ours, theirs) => ours.length === theirs.length && ours.every((o, i) => o.number === theirs[i].number && o.key === theirs[i].key);
    step('drawn', same(drawn, record.result.drawn) && same(alternates, record.result.alternates));
    const selection = new Set(drawn.map(o => o.number)), left = alternates.map(o => o.number);
    const replaced = record.replacements.every(({ leaving, entering }) => {
      const next = left.find(number => can(a.pool.filter(e => e.number === number || (selection.has(e.number) && e.number !== leaving)), []));
      if (!selection.has(leaving) || next !== entering) return false;
      selection.delete(leaving); selection.add(entering); left.splice(left.indexOf(entering), 1);
      return true;
    });
    step('replacements', replaced);
    return { steps, drawn: drawn.map(o => o.number) };
  };

  const tell = (good, title, lines) => {
    const box = make('div'), inner = make('div'), head = make('p');
    box.className = 'jp-notice m-0 ' + (good ? 'is-ok' : 'is-no');
    head.className = 'jp-notice__title'; head.textContent = title;
    inner.append(head, ...lines.map(line => { const p = make('p'); p.textContent = line; return p; }));
    box.append(make('span'), inner);
    out.replaceChildren(box);
  };

  button.addEventListener('click', async () => {
    const words = button.dataset;
    if (!globalThis.crypto?.subtle) { tell(false, words.unable, []); return; }
    button.disabled = true;
    try {
      const answer = await fetch(words.drawRecord);
      const { steps, drawn } = await repeat(await answer.json());
      const good = steps.every(([, holds]) => holds);
      tell(good, good ? words.agrees : words.differs, [
        ...steps.map(([name, holds]) => (holds ? '✓ ' : '✗ ') + words['step' + name[0].toUpperCase() + name.slice(1)]),
        words.drawn.replace('{0}', drawn.join('、'))]);
    } catch {
      tell(false, words.differs, []);
    } finally {
      button.disabled = false;
    }
  });
})();
