// Opens the page a link leads to as soon as the program answers again; without it one presses the link.
const link = document.querySelector('a[data-await]')

async function answers() {
  try {
    return (await fetch(link.dataset.await, { cache: 'no-store' })).ok
  } catch {
    return false
  }
}

// first it goes away, then it comes back
let gone = false
setInterval(async () => {
  const there = await answers()
  gone = gone || !there
  if (gone && there) location.assign(link.href)
}, 2000)
