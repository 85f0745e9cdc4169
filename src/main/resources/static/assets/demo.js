// Opens the page a link leads to as soon as another run of the program answers; without it one presses the link.
const link = document.querySelector('a[data-await]')
const late = document.querySelector('[data-late]')

// which run of the program answers; null if none does in time, as one that is ending may leave it open
async function run() {
  try {
    const answer = await fetch(link.dataset.await, { cache: 'no-store', signal: AbortSignal.timeout(4000) })
    if (!answer.ok) return null
    const page = new DOMParser().parseFromString(await answer.text(), 'text/html')
    return page.querySelector('[data-run]')?.dataset.run ?? null
  } catch {
    return null
  }
}

// one question at a time and one opening: a second would call off the first while a busy program still answers it
async function follow() {
  const there = await run()
  if (there && there !== link.dataset.run) location.assign(link.href)
  else setTimeout(follow, 2000)
}

// the page before only fetches this script, as nobody may answer any more once this one stands
if (link) {
  setTimeout(follow, 2000)
  setTimeout(() => { late.hidden = false }, 120000)
}
