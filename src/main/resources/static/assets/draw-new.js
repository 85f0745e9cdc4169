// Offers the clauses of the document that is chosen; without script any clause can be typed, and the server checks it.
(() => {
  const documents = document.querySelector('[data-clauses]'), clause = documents && document.getElementById(documents.dataset.clauses);
  if (!clause) return;
  const offer = () => documents.value ? clause.setAttribute('list', 'clauses-' + documents.value) : clause.removeAttribute('list');
  documents.addEventListener('change', offer);
  offer();
})();
